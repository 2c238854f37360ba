import { renderHtmlReport } from './html/page.js';
import type { Reporter } from './report.js';

/** The page that people look at and pass on: one file, no network. */
export const html: Reporter = {
  name: 'html',
  fileName: 'report.html',
  render: (document, { pageScript }) => renderHtmlReport(document, { clientScript: pageScript ?? '' }),
};
