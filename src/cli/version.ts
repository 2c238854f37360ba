import { readFileSync } from 'node:fs';

/** The version in package.json, which lies two folders above, whether this runs from src or from dist. */
export function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(text) as { readonly version: string }; // safe: our own file
  return version;
}
