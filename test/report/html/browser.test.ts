import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHtmlReport } from '../../../src/report/html/page.js';
import type { ResultDocument } from '../../../src/results/results.js';
import { bundleClient } from './bundleClient.js';
import { richDocument } from './richDocument.js';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const isMissing = !existsSync(executablePath) && process.env.CI !== 'true';
if (isMissing) console.warn(`skipped: no browser at ${executablePath} (CHROMIUM_PATH names another one)`);

describe.skipIf(isMissing)('the page in a browser', () => {
  let browser: Browser;
  let folder: string;
  let address: string;
  let services: string;
  let scenarios: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dryscale-page-'));
    const clientScript = await bundleClient();
    const write = (name: string, document: ResultDocument) => {
      const file = join(folder, name);
      writeFileSync(file, renderHtmlReport(document, { clientScript }));
      return pathToFileURL(file).href;
    };
    address = write('report.html', richDocument());
    services = write('services.html', richDocument({ policies: 3, services: ['web', 'search'] }));
    const two = richDocument({ policies: 2 });
    scenarios = write('scenarios.html', {
      ...two,
      scenarios: [two.scenarios[0], { ...two.scenarios[0], name: 'second' }],
    });
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens the page and collects everything the browser complains about and every request. */
  async function open(options: Parameters<Browser['newContext']>[0] = {}, url = address) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(url);
    return { page, complaints, requests };
  }

  const background = (page: Page) => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');

  it('opens from a file with one request and without a complaint', async () => {
    const { page, complaints, requests } = await open();
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([address]);
    expect(await page.locator('.timeline .plots svg').count()).toBe(17);
    await page.context().close();
  });

  it('follows the dark system and then its own button', { tags: ['ci'] }, async () => {
    const { page } = await open({ colorScheme: 'dark' });
    expect(await background(page)).toBe('rgb(17, 20, 24)');
    await page.locator('[data-theme-button]').click();
    expect(await background(page)).toBe('rgb(255, 255, 255)');
    await page.context().close();
  });

  it('reads all rows at the cursor, zooms by dragging and goes back', async () => {
    const { page, complaints } = await open();
    const plots = page.locator('.timeline .plots').nth(1);
    await plots.scrollIntoViewIfNeeded();
    const box = await plots.boundingBox();
    if (box === null) throw new Error('the timeline is not on the page');
    const y = box.y + 60;
    const axis = () => page.locator('.row.traffic [data-part="x-axis tick label"] text').allTextContents();
    const whole = await axis();
    await page.mouse.move(box.x + box.width / 2, y);
    expect(await page.locator('.chip').textContent()).toMatch(/^00:5\d:\d\d$|^01:0\d:\d\d$/);
    const readouts = await page.locator('.readout').allTextContents();
    expect(readouts).toHaveLength(5);
    for (const text of readouts.slice(1)) expect(text).toMatch(/^\d+ ready, \d+ needed, /);

    await page.mouse.move(box.x + box.width * 0.3, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.4, y, { steps: 4 });
    await page.mouse.up();
    expect(await axis()).not.toEqual(whole);
    const button = page.getByRole('button', { name: 'Whole run' });
    await button.click();
    expect(await axis()).toEqual(whole);
    expect(await button.isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('goes to the time of a decision and back by the keyboard', { tags: ['ci'] }, async () => {
    const { page } = await open();
    const link = page.locator('.log tr:visible a[data-time]').first();
    const time = await link.textContent();
    await link.click();
    expect(await page.locator('.chip').textContent()).toBe(time);
    expect(await page.getByRole('button', { name: 'Whole run' }).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('button', { name: 'Whole run' }).isVisible()).toBe(false);
    await page.context().close();
  });

  it('filters the log', { tags: ['ci'] }, async () => {
    const { page } = await open();
    await page.locator('[data-filter="reversals"]').uncheck();
    await page.locator('[data-filter="policy"]').selectOption({ label: 'hpa-default' });
    const names = await page.locator('.log tbody tr:visible .policy').allTextContents();
    expect(new Set(names)).toEqual(new Set(['hpa-default']));
    await page.context().close();
  });

  it('fits a phone without scrolling sideways, and stands without its script', { tags: ['ci'] }, async () => {
    const phone = await open({ viewport: { width: 420, height: 900 } });
    expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBe(420);
    await phone.page.context().close();
    const bare = await open({ javaScriptEnabled: false });
    // Trade-off, differences, budget, tail, bill and a heatmap per policy.
    expect(await bare.page.locator('figure svg').count()).toBe(5 + 4);
    expect(await bare.page.locator('.log tbody tr').last().isVisible()).toBe(true);
    await bare.page.context().close();
  });

  const places = [
    ['light', () => address, { colorScheme: 'light' }],
    ['dark', () => address, { colorScheme: 'dark' }],
    ['several services on a phone', () => services, { viewport: { width: 390, height: 800 } }],
    ['several scenarios', () => scenarios, { colorScheme: 'dark' }],
  ] as const;
  for (const [name, url, options] of places) {
    it(`has no violation that axe-core finds, with everything unfolded: ${name}`, { tags: ['ci'] }, async () => {
      const { page } = await open(options, url());
      await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
      await page.evaluate(axe.source);
      const found = await page.evaluate<string[]>(
        'axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))',
      );
      expect(found).toEqual([]);
      await page.context().close();
    });
  }

  it('compares with the policy that is chosen: title, words and picture follow', { tags: ['ci'] }, async () => {
    const { page, complaints } = await open();
    const part = page.locator('[data-differences]');
    const before = await part.locator('figure').innerHTML();
    await part.locator('select').selectOption({ label: 'target-cpu' });
    expect(await part.locator('[data-how]').textContent()).toContain('ratio to target-cpu.');
    expect(await part.locator('figure').innerHTML()).not.toBe(before);
    const labels = (await part.locator('figure text').allTextContents()).join(' ');
    expect(labels).toContain('predictive');
    expect(labels).not.toMatch(/target-cpu [+−×]/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('puts the view into the address and shows what an address says', { tags: ['ci'] }, async () => {
    const { page } = await open();
    await page.locator('[data-filter="policy"]').selectOption({ label: 'target-cpu' });
    await page.locator('.log tr:visible a[data-time]').first().click();
    const time = await page.locator('.chip').textContent();
    await expect.poll(() => page.url(), { timeout: 60_000 }).toMatch(/#t=\d+&z=\d+-\d+&p=target-cpu$/);
    const linked = page.url();
    await page.context().close();

    const again = await open({}, linked);
    expect(await again.page.locator('.chip').textContent()).toBe(time);
    expect(await again.page.getByRole('button', { name: 'Whole run' }).isVisible()).toBe(true);
    const names = await again.page.locator('.log tbody tr:visible .policy').allTextContents();
    expect(new Set(names)).toEqual(new Set(['target-cpu']));
    await again.page.context().close();
  });

  it('moves by keys: a step, a minute, from event to event, to both ends, and zooms', { tags: ['ci'] }, async () => {
    const { page } = await open();
    await page.locator('.timeline').focus();
    const chip = page.locator('.chip');
    const press = async (key: string) => {
      await page.keyboard.press(key);
      return chip.textContent();
    };
    expect(await press('Home')).toBe('00:00:00');
    expect(await press('ArrowRight')).toBe('00:00:10');
    expect(await press('Shift+ArrowRight')).toBe('00:01:10');
    const event = await press('n');
    expect(event).toMatch(/^00:3\d:/);
    await press('n');
    expect(await press('p')).toBe(event);
    expect(await press('End')).toBe('02:00:00');
    await press('+');
    expect(await page.getByRole('button', { name: 'Whole run' }).isVisible()).toBe(true);
    await expect.poll(() => page.locator('.live').textContent(), { timeout: 60_000 }).toMatch(/^02:00:00: /);
    await page.context().close();
  });

  it('shows one service when its button is pressed, in timeline, bill and log, and all at first', {
    tags: ['ci'],
  }, async () => {
    const { page, complaints } = await open({}, services);
    const shown = () =>
      page.locator('[data-service]:visible').evaluateAll((all) => all.map((one) => one.dataset.service));
    expect(await shown()).toEqual(['web', 'search', '']);
    await page.locator('[data-filter="reversals"]').uncheck();
    await page.getByRole('button', { name: 'search', exact: true }).click();
    expect(await shown()).toEqual(['search', 'search']);
    const cells = await page.locator('.log tbody tr:visible td:nth-child(3)').allTextContents();
    expect(new Set(cells)).toEqual(new Set(['search']));
    // A time of the other service leads to that service.
    await page.locator('.card a[data-time]').first().click();
    expect(await shown()).toEqual(['web', 'web']);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('sorts the scoreboard by its headings', { tags: ['ci'] }, async () => {
    const { page } = await open();
    const first = () => page.locator('.board tbody tr th .policy').first().textContent();
    const head = page.locator('.board th', { hasText: 'Cost' });
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(await first()).toBe('target-cpu');
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(await first()).toBe('static-peak');
    await page.context().close();
  });

  it('prints in light colours, without controls, with the reversals of the log only', { tags: ['ci'] }, async () => {
    const { page } = await open({ colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await background(page)).toBe('rgb(255, 255, 255)');
    expect(await page.locator('.controls:visible, .zoomBar:visible, .top button:visible').count()).toBe(0);
    const rows = page.locator('.log tbody tr:visible');
    expect(await rows.count()).toBe(await page.locator('.log tbody tr[data-reversal]').count());
    await page.context().close();
  });

  it('finds decisions by text', { tags: ['ci'] }, async () => {
    const { page } = await open();
    await page.locator('[data-filter="reversals"]').uncheck();
    await page.locator('[data-filter="text"]').fill('cpu 5');
    const texts = await page.locator('.log tbody tr:visible').allTextContents();
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).toContain('cpu 5');
    await page.context().close();
  });
});
