import { resolve } from 'node:path';
import { build } from 'esbuild';

/** The page's script, bundled as the package build does. */
export async function bundleClient(): Promise<string> {
  const entry = resolve(import.meta.dirname, '../../../src/report/html/page/main.ts');
  const options = { bundle: true, platform: 'browser', format: 'iife', minify: true, write: false } as const;
  const { outputFiles } = await build({ entryPoints: [entry], legalComments: 'none', ...options });
  return outputFiles[0].text;
}
