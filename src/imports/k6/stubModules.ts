/**
 * What stands in for k6's own modules and for remote ones: values that can be used in any way and do nothing.
 *
 * The texts run inside the sandbox. `inert` comes from the prelude (sandboxCode.ts).
 */

/** Whether an import is one that k6 itself provides, or fetches from elsewhere. */
export function isStubbed(path: string): boolean {
  return path === 'k6' || path.startsWith('k6/') || /^https?:\/\//.test(path);
}

/** CommonJS text of the stub. Reading any name from it gives the inert value. */
export function stubText(path: string): string {
  return path === 'k6/data' ? dataStub : inertStub;
}

const inertStub = `
const stub = Object.create(inert, { __esModule: { value: true } });
module.exports = stub;
`;

/** A SharedArray is the list that its function returns, as k6 hands it to every VU. */
const dataStub = `
exports.SharedArray = class SharedArray {
  constructor(name, make) {
    const list = make();
    if (!Array.isArray(list)) throw new TypeError('the function of a SharedArray must return a list');
    return list;
  }
};
`;
