/** What commands need now and then, and load then; in one, since the package has few files. */
export { loadPolicy } from '../platforms/loadPolicy.js';
export { loadRouter } from '../policy/loadRouter.js';
export { initFrom } from './initFrom/initFrom.js';
