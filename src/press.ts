import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultConfig } from './config/read-config.ts';
import type { CustomerFacts } from './config/customer-facts.ts';
import type { resolveSettings } from './config/resolve-settings.ts';
import { rememberSettings } from './config/settings-memory.ts';
import type { Config } from './config/schema.ts';
import type { Overrides } from './config/settings.ts';
import { openCatalogue } from './node-fonts.ts';
import { openLocaleFacts } from './node-locales.ts';
import { createNodeWorld, digestFolders } from './node-world.ts';
import { unobserved, type Observe } from './observe.ts';
import type { Sealing } from './signature/draw-signed.ts';
import { openSyntaxTrees } from './syntax-trees.ts';
import type { World } from './world.ts';

/** The package's own folder, from `src/` and from `dist/` alike. */
const packageFolder = fileURLToPath(new URL('..', import.meta.url));

/** Sample invoices, a sample configuration and a sample brand. */
export const examplesFolder: string = join(packageFolder, 'examples');

/** The templates that come with the package, a folder each, and `shared`. */
export const templatesFolder: string = join(packageFolder, 'templates');

/** Sections, mails and words that every template has; its own files of the same names come first. */
export const sharedFolder: string = join(templatesFolder, 'shared');

/** All that documents share: configuration, fonts, compiled templates. Safe to use for any number of documents at once. */
export interface Press {
  readonly config: Config;
  readonly overrides: Overrides;
  /** What the billing system knows of a customer; null where it was not asked. */
  customerFacts(customerId: string): CustomerFacts | null;
  /** Settings from the levels that they are made of; remembers those of the last customers. */
  readonly resolveSettings: typeof resolveSettings;
  /** Who signs every invoice; null for nobody. */
  readonly sealing: Sealing | null;
  /** Runs every stage. */
  readonly observe: Observe;
  /** The world of a template, with what templates share and the brand's folder behind it; the same object for the same template. */
  world(settings: { readonly template: string }): World;
  /** What a template consists of now, shared files included, as a digest: a version that nobody can forget to count up. */
  templateDigest(settings: { readonly template: string }): string;
  /** The world of a page outside the templates: files of its own folder, or none. */
  pageWorld(folder: string | null): World;
}

/** What a press is made of; everything may be left out. */
export interface PressOptions {
  readonly config?: Config;
  readonly overrides?: Overrides;
  /** What the billing system knows of each customer; the configuration wins. */
  readonly customerFacts?: (customerId: string) => CustomerFacts | null;
  /** Who signs every invoice. */
  readonly sealing?: Sealing | null;
  /** Looks on while stages run: for timings. */
  readonly observe?: Observe;
  /** Folder that logos are relative to: the configuration's. */
  readonly brandFolder?: string | null;
  /** Folder of template folders. Default: the templates that come with the package. */
  readonly templateFolder?: string;
}

/** Make a press. Fonts are opened and templates compiled when the first document needs them. */
export function createPress(options: PressOptions = {}): Press {
  const { config = defaultConfig(), overrides = {}, brandFolder = null } = options;
  const { templateFolder = templatesFolder } = options;
  const fonts = openCatalogue(join(packageFolder, 'fonts', 'catalogue.json'));
  const built = {
    ...openSyntaxTrees(new URL('templates.parsed', import.meta.url)),
    localeFacts: openLocaleFacts(new URL('locales/', import.meta.url)),
  };
  const worlds = new Map<string, World>();
  const worldOf = (folders: readonly string[]) => {
    const key = folders.join('\0');
    const world = worlds.get(key) ?? createNodeWorld(folders, fonts, built);
    worlds.set(key, world);
    return world;
  };
  const digests = new Map<string, string>();
  const digestOf = (template: string) => {
    const digest =
      digests.get(template) ?? digestFolders([join(templateFolder, template), sharedFolder]);
    digests.set(template, digest);
    return digest;
  };
  const behind = brandFolder === null ? [] : [brandFolder];
  return {
    config,
    overrides,
    customerFacts: options.customerFacts ?? (() => null),
    resolveSettings: rememberSettings(),
    sealing: options.sealing ?? null,
    observe: options.observe ?? unobserved,
    world: ({ template }) => worldOf([join(templateFolder, template), sharedFolder, ...behind]),
    templateDigest: ({ template }) => digestOf(template),
    pageWorld: (folder) => worldOf(folder === null ? [] : [folder]),
  };
}
