// For `node --import`: see typescript-hooks.mjs.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url, { data: process.env.PLATEN_FUZZ_COMPILED });
