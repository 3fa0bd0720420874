import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { defaultConfig } from './config/read-config.ts';
import type { Overrides } from './config/resolve-settings.ts';
import type { Config } from './config/schema.ts';
import type { Settings } from './config/settings.ts';
import type { FontBook } from './font/font-book.ts';
import { createNodeWorld } from './node-world.ts';
import type { World } from './world.ts';

/** The package's own folder, from `src/` and from `dist/` alike. */
const PACKAGE_FOLDER = fileURLToPath(new URL('..', import.meta.url));

/** All that documents share: configuration, fonts, compiled templates. Safe to use for any number of documents at once. */
export interface Press {
  readonly config: Config;
  readonly overrides: Overrides;
  /** The world of a template and brand; the same object for equal settings. */
  world(settings: Pick<Settings, 'template'>): World;
  /** The world of a page outside the templates: files of its own folder. */
  pageWorld(folder: string): World;
}

/** What a press is made of; everything may be left out. */
export interface PressOptions {
  readonly config?: Config;
  readonly overrides?: Overrides;
  /** Folder that logos are relative to. */
  readonly brandFolder?: string | null;
  /** Folder of template folders; default: the templates that come with the package. */
  readonly templateFolder?: string;
}
