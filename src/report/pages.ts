/** The pages, in one: their drawing libraries take longer to load than all the rest of a command, and all share them. */
export { backtestPage } from './backtest/backtestPage.js';
export { renderHtmlReport } from './html/page.js';
export { renderTunePage } from './html/tunePage.js';
