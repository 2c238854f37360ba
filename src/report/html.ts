import type { Reporter } from './report.js';

/** Rendering takes a hundred times as much memory, and a page is read, not searched. */
const largestPageBytes = 25e6;
/** Measured: 12.8 MB with 200 policies, 208 MB with 1,000. Each has a section, in which a menu names all. */
const pageBytes = (policyCount: number) => 25_000 * policyCount + 185 * policyCount ** 2;

/**
 * The page that people look at and pass on: one file, no network.
 *
 * Its drawing libraries are loaded when a page is written, for they take longer to load than all the rest of a command.
 */
export const html: Reporter = {
  name: 'html',
  fileName: 'report.html',
  mark: / - dryscale<\/title>/,
  tooLarge: ({ scenarios }) => {
    const bytes = scenarios.reduce((sum, { policies }) => sum + pageBytes(policies.length), 0);
    if (bytes <= largestPageBytes) return undefined;
    const count = Math.max(...scenarios.map(({ policies }) => policies.length));
    return `would be about ${Math.ceil(bytes / 1e6)} MB with ${count} policies, more than browsers show well (${largestPageBytes / 1e6} MB)`;
  },
  async render(document, { pageScript }) {
    const { renderHtmlReport } = await import('./pages.js');
    return renderHtmlReport(document, { clientScript: pageScript ?? '' });
  },
};
