import { resolve } from 'node:path';
import { codeEndings, dataEndings } from '../base/fileEndings.js';
import { isShipped, namedFile } from '../base/shippedFiles.js';
/** Endings of the files that hold a policy: Lua, TypeScript and JavaScript of either module kind, manifests. */
export const policyEndings = ['lua', ...codeEndings, ...dataEndings];
/** Whether a path ends like a policy, in whatever case. */
export const policyFile = new RegExp(`\\.(${policyEndings.join('|')})$`, 'i');
/** For messages. */
export const policyEndingsText = `.${policyEndings.slice(0, -1).join(', .')} or .${policyEndings.at(-1)}`;
/** The file that a policy's name or path means, whether it is there or not. */
export function policyPlace(target, baseFolder) {
    const named = namedFile({ kind: 'policies', name: target, baseFolder, endings: policyEndings });
    const path = named ?? resolve(baseFolder, target);
    return { path, isShipped: named !== undefined && isShipped('policies', named) };
}
