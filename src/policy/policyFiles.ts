import { codeEndings, dataEndings } from '../base/fileEndings.js';

/** Endings of the files that hold a policy: Lua, TypeScript and JavaScript of either module kind, manifests. */
export const policyEndings = ['lua', ...codeEndings, ...dataEndings] as const;

/** Whether a path ends like a policy, in whatever case. */
export const policyFile: RegExp = new RegExp(`\\.(${policyEndings.join('|')})$`, 'i');

/** For messages. */
export const policyEndingsText = `.${policyEndings.slice(0, -1).join(', .')} or .${policyEndings.at(-1)}`;
