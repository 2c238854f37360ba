// @module-tag ci
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { studyOf } from '../../../src/report/analysis/study.js';
import { drawCostSplit } from '../../../src/report/html/charts/costSplit.js';
import { drawDifferences } from '../../../src/report/html/charts/differences.js';
import { drawErrorBudget } from '../../../src/report/html/charts/errorBudget.js';
import { drawTail } from '../../../src/report/html/charts/tail.js';
import { drawTradeOff, type TradeOffData } from '../../../src/report/html/charts/tradeOff.js';
import { chartDataOf } from '../../../src/report/html/data/chartDataOf.js';
import { Drawing } from '../../../src/report/html/drawing.js';
import { renderHtmlReport } from '../../../src/report/html/page.js';
import { style } from '../../../src/report/html/style.js';
import { bundleClient } from './bundleClient.js';
import { pageCases, twelve } from './pageCases.js';
import { textCollisions } from './textCollisions.js';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const isMissing = !existsSync(executablePath) && process.env.CI !== 'true';
if (isMissing) console.warn(`skipped: no browser at ${executablePath} (CHROMIUM_PATH names another one)`);

/** The same points, the faster the more often right. */
function asQuality({ points, limit, ...data }: TradeOffData): TradeOffData {
  const share = (milliseconds: number) => 1 / (1 + milliseconds / 2000);
  return {
    ...data,
    axis: 'quality',
    points: points.map((point) => ({
      ...point,
      ...{ value: share(point.value), valueLow: share(point.valueHigh), valueHigh: share(point.valueLow) },
      replications: point.replications.map(([cost, value]) => [cost, share(value)] as const),
    })),
    limit: limit && { ...limit, value: share(limit.value) },
  };
}

describe.skipIf(isMissing)('the layout of the page', () => {
  let browser: Browser;
  let folder: string;
  let clientScript: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dryscale-layout-'));
    clientScript = await bundleClient();
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const rendered = new Map<string, string>();
  /** The page of a case, made once. */
  function pageOf(wanted: string): string {
    const [name, document] = pageCases.find(([one]) => one === wanted) ?? pageCases[0];
    const html = rendered.get(name) ?? renderHtmlReport(document(), { clientScript });
    rendered.set(name, html);
    return html;
  }

  async function open(name: string, html: string, hash = ''): Promise<Page> {
    const file = join(folder, `${name.replace(/ /g, '-')}.html`);
    writeFileSync(file, html);
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href + hash);
    return page;
  }

  const widths = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth');
  const collisions = (page: Page) => page.evaluate<string[]>(textCollisions);

  it.each(pageCases.map(([name]) => name))(
    'prints no text over another and is never wider than its window: %s',
    async (name) => {
      const page = await open(name, pageOf(name));
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        // Two frames: the pictures are drawn anew at their new width.
        await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
        expect(await widths(page), `${width}`).toBe(width);
        expect(await collisions(page), `${width}`).toEqual([]);
      }
      await page.context().close();
    },
    60_000,
  );

  it('prints no label over another wherever costs and latencies lie', async () => {
    const pieces: string[] = [];
    for (let seed = 1; seed <= 3; seed++) {
      const charts = chartDataOf(studyOf(twelve(seed).scenarios[0]), { samplesMax: 90, changesMax: 90 });
      for (const width of [524, 358]) {
        const drawing = new Drawing();
        const canvas = { document: drawing.document, width };
        const svgs = {
          tradeOff: charts.tradeOff && drawTradeOff(charts.tradeOff, canvas),
          quality: charts.tradeOff && drawTradeOff(asQuality(charts.tradeOff), canvas),
          tail: charts.tail && drawTail(charts.tail, canvas),
          budget: charts.budget && drawErrorBudget(charts.budget, canvas),
          differences: drawDifferences(charts.differences[0], canvas),
          cost: drawCostSplit(charts.costs[0], canvas),
        };
        for (const [name, svg] of Object.entries(svgs)) {
          expect(svg, name).not.toBeNull();
          if (svg !== null)
            pieces.push(
              `<figure data-chart="${name} ${seed} ${width}" style="width:${width}px">${drawing.markup(svg)}</figure>`,
            );
        }
      }
    }
    const page = await open(
      'seeds',
      `<!doctype html><style>${style}</style><body><div class="page">${pieces.join('')}</div>`,
    );
    expect(await collisions(page)).toEqual([]);
    await page.context().close();
  });

  it('tells twelve policies apart: six hues, symbols of their own, every name in the picture', async () => {
    const page = await open('twelve', pageOf('twelve policies'));
    const looks = await page
      .locator('[data-policy-bar] .pick')
      .evaluateAll((names) => names.map((name) => getComputedStyle(name).color));
    expect(looks).toHaveLength(12);
    expect(new Set(looks).size).toBe(7);
    const symbols = await page
      .locator('[data-chart="tradeOff"] [data-part="dot"] > path, [data-chart="tradeOff"] g[data-part="dot"] path')
      .evaluateAll((paths) =>
        paths.map((path) => `${path.getAttribute('d')} ${path.parentElement?.getAttribute('fill')}`),
      );
    expect(new Set(symbols).size).toBeGreaterThanOrEqual(10);
    const labels = await page.locator('[data-chart="tradeOff"] g[font-weight="600"] text').allTextContents();
    expect(new Set(labels).size).toBe(12);
    await page.context().close();
  });

  it('shows a policy alone at a click, gives a grey one a hue, and all again with Esc or a second click', async () => {
    const page = await open('alone', pageOf('twelve policies'));
    const rows = () => page.locator('.timeline .row:visible').count();
    expect(await rows()).toBe(13);
    const grey = page.locator('[data-policy-bar] .pick', { hasText: 'averageUtilization=85' });
    const greyColor = await grey.evaluate((name) => getComputedStyle(name).color);
    await grey.focus();
    await page.keyboard.press('Enter');
    expect(await rows()).toBe(2);
    expect(await grey.getAttribute('aria-pressed')).toBe('true');
    expect(await grey.evaluate((name) => getComputedStyle(name).color)).not.toBe(greyColor);
    const shown = await page.locator('[data-chart="tradeOff"] g[font-weight="600"] text:visible').allTextContents();
    expect(shown.length).toBeLessThanOrEqual(1);
    await page.keyboard.press('Escape');
    expect(await rows()).toBe(13);
    const inTimeline = page.locator('.timeline .gutter .pick').first();
    await inTimeline.click();
    expect(await rows()).toBe(2);
    await inTimeline.click();
    expect(await rows()).toBe(13);
    await page.context().close();
  });

  it('keeps who is shown alone, the zoom, the tab and the reference in its link', async () => {
    const html = pageOf('six services');
    const page = await open('linked', html);
    await page.getByRole('button', { name: 'search', exact: true }).click();
    await page.locator('.board .pick').first().click();
    await page.locator('.timeline:visible').first().focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('+');
    await expect.poll(() => page.url(), { timeout: 60_000 }).toMatch(/#t=0&z=0-\d+.*&i=[^&]+&v0=search/);
    const link = new URL(page.url()).hash;
    await page.context().close();

    const again = await open('linked', html, link);
    expect(await again.locator('.timeline:visible').getAttribute('aria-label')).toBe('Timeline of search');
    expect(await again.locator('.timeline:visible .row:visible').count()).toBe(2);
    expect(await again.getByRole('button', { name: 'Whole run' }).isVisible()).toBe(true);
    expect(await again.locator('[data-tab="search"]').getAttribute('aria-pressed')).toBe('true');
    await again.context().close();

    const three = pageOf('three policies');
    const compared = await open('compared', three);
    const select = compared.locator('[data-reference]');
    const second = (await select.locator('option').nth(1).textContent()) ?? '';
    await select.selectOption({ label: second });
    await expect.poll(() => compared.url(), { timeout: 60_000 }).toMatch(/#r0=/);
    const reloaded = await open('compared', three, new URL(compared.url()).hash);
    expect(await reloaded.locator('[data-how]').textContent()).toContain(`ratio to ${second}`);
    await compared.context().close();
    await reloaded.context().close();
  });

  it.each(['six services', 'no traffic', 'calls that meet again'])(
    'has no violation that axe-core finds: %s',
    async (name) => {
      const page = await open(`axe ${name}`, pageOf(name));
      await page.evaluate(axe.source);
      const found = await page.evaluate<string[]>(
        'axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))',
      );
      expect(found).toEqual([]);
      await page.context().close();
    },
    60_000,
  );
});
