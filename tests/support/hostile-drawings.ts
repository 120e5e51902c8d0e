const head =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:h="http://www.w3.org/1999/xhtml" viewBox="0 0 10 10">';

const run = 'document.title = &quot;ran&quot;';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const script = '<script>document.title = "ran"</script>';

/** What within a drawing could run, load or leave it, by what it tries. */
const contents: Readonly<Record<string, string>> = {
  script: `${script}<h:script>document.title = "ran"</h:script><script href="https://hostile.invalid/a.js"/>`,
  'script in text': '<text><![CDATA[</text></svg><script>document.title = "ran"</script>]]></text>',
  handlers: `<g onload="${run}" onclick="${run}" ONMOUSEOVER="${run}"><rect onfocus="${run}" tabindex="0"/></g>`,
  'handlers of animations': `<animate onbegin="${run}" attributeName="x" dur="1s"/><set onend="${run}"/>`,
  links: `<a href="javascript:${run}"><text>a</text></a><a xlink:href=" java&#x0A;script:${run}"><rect/></a>`,
  'animated links': `<a id="l"><text>a</text></a><animate href="#l" attributeName="href" to="javascript:${run}" begin="0s"/>
    <a><set attributeName="xlink:href" to="javascript:${run}"/><text>b</text></a>`,
  HTML: `<foreignObject width="9" height="9"><h:iframe src="https://hostile.invalid/a"/><h:img src="x" onerror="${run}"/></foreignObject>`,
  'HTML elements': `<h:img src="https://hostile.invalid/b.png" onerror="${run}"/><h:style>section { display: none }</h:style>
    <iframe src="https://hostile.invalid/c"/><img src="https://hostile.invalid/d.png"/><p>b</p><body onload="${run}"/><math><mtext/></math>`,
  styles: `<style>@import url(https://hostile.invalid/e.css); section { display: none } @font-face { font-family: a; src: url(https://hostile.invalid/f.woff2) }</style>
    <style>rect { fill: url(https://hostile.invalid/g.svg#a) } * { background: url(https://hostile.invalid/h.png) }</style><rect/>`,
  'style attributes': `<rect style="fill:url('https://hostile.invalid/i.svg#a');position:fixed;inset:0;cursor:url(https://hostile.invalid/j),auto"/>
    <rect style="mask:u\\72l(https://hostile.invalid/k)"/><rect style="filter:image-set('https://hostile.invalid/l' 1x)"/>
    <rect style="fill:red}</style>${'<script>document.title = 1</script>'.replaceAll('<', '&lt;')}"/>`,
  'presentation attributes': `<rect fill="url(https://hostile.invalid/m#a)" filter="URL(https://hostile.invalid/n#a)" mask="src('https://hostile.invalid/o')"/>`,
  uses: `<use href="https://hostile.invalid/p.svg#a"/><use xlink:href="data:image/svg+xml;base64,${base64(head + script)}#a"/>
    <pattern href="https://hostile.invalid/q.svg#a"/><textPath href="https://hostile.invalid/r.svg#a"/>`,
  images: `<image href="https://hostile.invalid/s.png"/><image xlink:href="//hostile.invalid/t.png"/><image href="u.png"/>
    <image href="data:text/html;base64,${base64(script)}"/><image href="data:image/svg+xml;base64,${base64(`${head}${script}</svg>`)}"/>
    <filter id="f"><feImage href="https://hostile.invalid/v.png"/></filter><rect filter="url(#f)"/>`,
  'titles that end early': `<title>&lt;/title&gt;&lt;img src=x onerror=${run}&gt;</title><desc><![CDATA[</desc><img src=x onerror=document.title="ran">]]></desc>
    <text>&lt;/title&gt;&lt;/svg&gt;&lt;img src=x onerror=${run}&gt;</text>`,
  'texts that are markup elsewhere': `<text>&lt;!--</text><style>/*<![CDATA[*/</style><img src=x onerror=document.title="ran">/*]]>*/</style>
    <text title="&quot;&gt;&lt;img src=x onerror=${run}&gt;">]]&gt;--&gt;</text><text lang="&lt;/svg&gt;"/>`,
  comments: '<!--> <img src="x" onerror="document.title=1"> --><!--&lt;/svg&gt;--><?php echo "<script>" ?>',
  'names of ids': `<g id="&quot;&gt;&lt;img src=x onerror=${run}&gt;"/><rect fill="url(#&quot;&gt;&lt;img src=x onerror=${run}&gt;)"/><g id="slide"/>`,
  'nested drawings': `<svg onload="${run}" width="9"><svg><svg>${script}</svg></svg><foreignObject/></svg>`,
  'elements that close others': '<p/><br/><table/><div/><font color="red"/><h1/><li/><template><script/></template>',
  'parts of other media':
    '<audio src="https://hostile.invalid/w"/><video poster="https://hostile.invalid/x"/><object data="https://hostile.invalid/y"/><embed src="z"/>',
};

/** Drawings that try to harm a page, by what they try. Not all of them are well-formed. */
export const hostileDrawings: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(contents).map(([name, content]) => [name, `${head}${content}</svg>`])),
  entities: `<!DOCTYPE svg [<!ENTITY a "<script>document.title = 'ran'</script>">]>${head}&a;</svg>`,
  'entities in links': `<!DOCTYPE svg [<!ENTITY a "javascript:document.title = 1">]>${head}<a href="&a;"><text>a</text></a></svg>`,
  'files as entities': `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>${head}<text>&a;</text></svg>`,
  'style sheets': `<?xml-stylesheet href="https://hostile.invalid/1.css"?>${head}</svg>`,
  'handlers at the root': `${head.replace('>', ` onload="${run}" style="position:fixed;inset:0;z-index:9">`)}</svg>`,
  'another root': `${head}</svg><img src="x" onerror="document.title=1"/>`,
};
