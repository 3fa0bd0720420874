import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/inter/package.json'),
);

/** The two faces of every document: the files that Platen's own catalogue names. */
export const fontFiles = {
  regular: join(folder, '400Regular', 'Inter_400Regular.ttf'),
  bold: join(folder, '600SemiBold', 'Inter_600SemiBold.ttf'),
};

/** Folders that hold nothing but fonts, for renderers that search folders. */
export const fontFolders = Object.values(fontFiles).map((file) => dirname(file));
