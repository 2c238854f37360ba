import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { optionalText } from '../base/userFile.js';
/** Where a package keeps it. */
const inPackage = ['schema', 'scenario.schema.json'];
/** The name beside a scenario. */
const besideName = 'scenario.schema.json';
/**
 * The schema that editors find from a folder, on this machine and on those of others who have the same repository.
 *
 * The package that is installed above the folder is best, for it changes with the version. Run by npx, or installed for the whole
 * machine, the package lies where nobody else has it: then the schema goes beside the scenario.
 */
export function schemaFor(folder) {
    const from = realPath(folder);
    for (let above = from;; above = dirname(above)) {
        const found = [join(above, 'node_modules', 'dryscale', ...inPackage), join(above, ...inPackage)].find(isOurs);
        if (found !== undefined)
            return { path: relative(from, found).split(sep).join('/'), isMissing: false };
        if (above === dirname(above))
            return { path: besideName, isMissing: true };
    }
}
const packageLimitBytes = 1_000_000;
/** Somebody else's package may have such a folder, too. */
function isOurs(file) {
    const manifest = join(dirname(dirname(file)), 'package.json');
    return existsSync(file) && /"name":\s*"dryscale"/.test(optionalText(manifest, packageLimitBytes) ?? '');
}
/** Of the part that is there: the folder itself may be new. */
function realPath(folder) {
    const path = resolve(folder);
    return existsSync(path) ? realpathSync(path) : join(realPath(dirname(path)), path.slice(dirname(path).length));
}
