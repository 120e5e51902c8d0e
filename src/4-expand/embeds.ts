import type { Embed } from '../model/rendered.ts';

/** Collects what only the engine can judge, as it is written into the Markdown. */
export class Embeds {
  readonly all: Embed[] = [];

  add(embed: Embed): void {
    this.all.push(embed);
  }
}
