import { policyFile } from './policyFiles.js';

/**
 * The policies of `a.lua?x=1+b.yaml`, which drive one service together, in the order in which they are called.
 *
 * A `+` parts what is complete on its left, a file with its ending or a bare name, from a policy on its right. So `./a+b.lua` is one
 * file, and the plus of `?x=1e+5` one of a value. Nothing is read.
 */
export function splitTogether(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  for (let at = rest.indexOf('+'); at >= 0; at = rest.indexOf('+', at + 1)) {
    const [left, right] = [rest.slice(0, at), rest.slice(at + 1)];
    const hasQuery = left.includes('?');
    if (!isComplete(targetOf(left)) || !isBegun(right, hasQuery)) continue;
    parts.push(left);
    rest = right;
    at = -1;
  }
  return [...parts, rest];
}

const builtIn = /^(none|oracle|static(:\d+)?)$/;
const bareName = /^[a-z][\w.-]*$/i;

function targetOf(part: string): string {
  return part.split('?')[0];
}

function isComplete(target: string): boolean {
  return policyFile.test(target) || builtIn.test(target) || bareName.test(target);
}

/** After parameters a bare name may be the end of a value. */
function isBegun(right: string, isAfterQuery: boolean): boolean {
  const target = targetOf(right.split('+')[0]);
  return right === '' || policyFile.test(target) || builtIn.test(target) || (!isAfterQuery && bareName.test(target));
}
