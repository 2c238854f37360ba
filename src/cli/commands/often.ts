export { compare } from './compare.js';
export { run } from './run.js';
export { validate } from './validate.js';
