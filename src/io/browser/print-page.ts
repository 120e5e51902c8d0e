/** Shows documents in one page, with everything cut off that is not inside of them. */
import type { Measured, MeasureJob, NotShown, Pictured, PictureJob, Printed, PrintJob } from '../../model/ports.ts';
import { measureCoarse } from './coarse.ts';
import type { Devtools } from './launch.ts';
import { measureSlides } from './measure-slides.ts';

/** A page that has been made ready to show one document after the other. */
export interface PrintPage {
  /**
   * Prints one document; to be called one at a time, as `picture`.
   * Errors: `blocked`, `failed`; rejects when the browser goes away, and never settles when the page hangs.
   */
  print(job: PrintJob): Promise<Printed>;
  /** Measures the slides of one document. Errors: as `print`. */
  measure(job: MeasureJob): Promise<Measured>;
  /** Takes a picture of one document. Errors: as `print`. */
  picture(job: PictureJob): Promise<Pictured>;
}

/** Chrome's pixels: 1 px in CSS is 1/96 inch. */
const pxPerInch = 96;

/** Chrome takes no message of more than 100 MiB; smaller ones are no slower. */
const messageCharacters = 1_000_000;

/** Switches off scripts and requests in a page. Errors: rejects when the browser goes away. */
export async function makePrintPage(devtools: Devtools): Promise<PrintPage> {
  const asked = new Set<string>();
  devtools.on('Fetch.requestPaused', ({ requestId, request }) => {
    asked.add(request.url);
    // Aborted leaves the document as it is, where a block would put an error page in its place.
    void devtools.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(() => {});
  });
  const [{ frameTree }] = await Promise.all([
    devtools.send('Page.getFrameTree'),
    // Data URLs do not pass here.
    devtools.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    devtools.send('Emulation.setScriptExecutionDisabled', { value: true }),
    // The document's own policy would keep requests from being seen and reported.
    devtools.send('Page.setBypassCSP', { enabled: true }),
    // Fonts and images that only the printed page uses are loaded, and waited for, as well.
    devtools.send('Emulation.setEmulatedMedia', { media: 'print' }),
  ]);

  /** Shows a document, does something with it, and says what went wrong in it meanwhile. */
  async function show<Result>(html: string, use: () => Promise<Result>): Promise<Result | NotShown> {
    asked.clear();
    await load(devtools, frameTree.frame.id, html);
    const unreadable = await settle(devtools);
    const result = await use();
    // Addresses that mean nothing without a place, such as relative ones, are never asked for.
    for (const image of unreadable.images.filter((source) => !source.startsWith('data:'))) asked.add(image);
    if (asked.size > 0) return { kind: 'blocked', urls: [...asked].sort() };
    const [problem] = [
      ...unreadable.images.map((source) => `image ${shorten(source)}`),
      ...unreadable.fonts.map((family) => `font ${family}`),
    ];
    return problem === undefined ? result : { kind: 'failed', reason: `The browser cannot read the ${problem}.` };
  }

  function measure(job: MeasureJob): Promise<Measured> {
    return show(job.html, async () => {
      const slides = await measureSlides(devtools, job);
      return { kind: 'measured', slides, coarse: await measureCoarse(devtools) };
    });
  }

  function print(job: PrintJob): Promise<Printed> {
    return show(job.html, async () => {
      const { data } = await devtools.send('Page.printToPDF', {
        paperWidth: job.widthPx / pxPerInch,
        paperHeight: job.heightPx / pxPerInch,
        marginTop: 0,
        marginBottom: 0,
        marginLeft: 0,
        marginRight: 0,
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: false,
      });
      return { kind: 'printed', pdf: Buffer.from(data, 'base64') };
    });
  }

  async function picture({ html, widthPx, heightPx, scale }: PictureJob): Promise<Pictured> {
    await devtools.send('Emulation.setEmulatedMedia', { media: 'screen' });
    // The whole picture is on the screen, so that nothing waits to be seen before it is drawn.
    const screen = { width: widthPx, height: heightPx, deviceScaleFactor: scale, mobile: false };
    await devtools.send('Emulation.setDeviceMetricsOverride', screen);
    try {
      return await show(html, async () => {
        const { data } = await devtools.send('Page.captureScreenshot', { format: 'png' });
        return { kind: 'pictured', png: Buffer.from(data, 'base64') };
      });
    } finally {
      await devtools.send('Emulation.clearDeviceMetricsOverride');
      await devtools.send('Emulation.setEmulatedMedia', { media: 'print' });
    }
  }

  return { measure, print, picture };
}

/**
 * Replaces the document of the page. Setting it is faster than navigating, and keeps the address `about:blank`,
 * so that no path of this machine gets into links.
 */
async function load(devtools: Devtools, frameId: string, html: string): Promise<void> {
  if (html.length <= messageCharacters) {
    await devtools.send('Page.setDocumentContent', { frameId, html });
    return;
  }
  const run = (expression: string) => devtools.send('Runtime.evaluate', { expression });
  await run('document.open()');
  for (let start = 0; start < html.length; ) {
    let end = start + messageCharacters;
    // Half a surrogate pair does not survive the way to the browser.
    if (/[\uD800-\uDBFF]/.test(html.charAt(end - 1))) end += 1;
    await run(`document.write(${JSON.stringify(html.slice(start, end))})`);
    start = end;
  }
  await run('document.close()');
}

/** What the browser cannot show: sources of images, families of fonts. */
interface Unreadable {
  readonly images: readonly string[];
  readonly fonts: readonly string[];
}

/** Waits for fonts and images. */
async function settle(devtools: Devtools): Promise<Unreadable> {
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: settleExpression,
    awaitPromise: true,
    returnByValue: true,
  });
  // The value of the expression below; the protocol leaves its type open.
  return result.value as Unreadable;
}

/** Runs in the page, which itself may run nothing. Layout comes first, as it is what asks for fonts. */
const settleExpression = `(async () => {
  document.documentElement.getBoundingClientRect();
  const images = [...document.images].filter((image) => image.currentSrc || image.getAttribute('src'));
  for (const image of images) image.loading = 'eager';
  const decoded = images.map((image) => image.decode().then(() => [], () => [image.currentSrc || image.src]));
  await document.fonts.ready;
  const failed = [...document.fonts].filter((font) => font.status === 'error');
  return { images: (await Promise.all(decoded)).flat(), fonts: failed.map((font) => font.family) };
})()`;

/** Data URLs run to megabytes. */
function shorten(source: string): string {
  return source.length > 60 ? `${source.slice(0, 60)}…` : source;
}
