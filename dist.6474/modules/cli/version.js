import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../base/packageFolder.js';
/** The version in package.json. */
export function packageVersion() {
    const text = readFileSync(join(packageFolder(), 'package.json'), 'utf8');
    const { version } = JSON.parse(text); // safe: our own file
    return version;
}
