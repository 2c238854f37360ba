import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHtmlReport } from '../../../src/report/html/page.js';
import { sampleDocument } from '../sampleDocument.js';
import { bundleClient } from './bundleClient.js';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const isMissing = !existsSync(executablePath) && process.env.CI !== 'true';
if (isMissing) console.warn(`skipped: no browser at ${executablePath} (CHROMIUM_PATH names another one)`);

describe.skipIf(isMissing)('the page in a browser', () => {
  let browser: Browser;
  let folder: string;
  let address: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dryscale-page-'));
    const file = join(folder, 'report.html');
    writeFileSync(file, renderHtmlReport(sampleDocument(), { clientScript: await bundleClient() }));
    address = pathToFileURL(file).href;
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  }, 30_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens the page and collects everything the browser complains about and every request. */
  async function open(options: Parameters<Browser['newContext']>[0] = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(address);
    return { page, complaints, requests };
  }

  const background = (page: Page) => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');

  it('opens from a file with one request and without a complaint', async () => {
    const { page, complaints, requests } = await open();
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([address]);
    expect(await page.locator('.timeline .plots svg').count()).toBe(13);
    await page.context().close();
  });

  it('follows the dark system and then its own button', async () => {
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
    const axis = () => page.locator('.row.traffic [aria-label="x-axis tick label"] text').allTextContents();
    const whole = await axis();
    await page.mouse.move(box.x + box.width / 2, y);
    expect(await page.locator('.chip').textContent()).toMatch(/^00:5\d:\d\d$|^01:0\d:\d\d$/);
    const readouts = await page.locator('.readout').allTextContents();
    expect(readouts).toHaveLength(5);
    for (const text of readouts.slice(1)) expect(text).toMatch(/^\d+ of \d+ ready, /);

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

  it('goes to the time of a decision and back by the keyboard', async () => {
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

  it('filters the log', async () => {
    const { page } = await open();
    await page.locator('[data-filter="reversals"]').uncheck();
    await page.locator('[data-filter="policy"]').selectOption({ label: 'hpa-default' });
    const names = await page.locator('.log tbody tr:visible .policy').allTextContents();
    expect(new Set(names)).toEqual(new Set(['hpa-default']));
    await page.context().close();
  });

  it('fits a phone without scrolling sideways, and stands without its script', async () => {
    const phone = await open({ viewport: { width: 420, height: 900 } });
    expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBe(420);
    await phone.page.context().close();
    const bare = await open({ javaScriptEnabled: false });
    expect(await bare.page.locator('figure svg').count()).toBe(3);
    expect(await bare.page.locator('.log tbody tr').last().isVisible()).toBe(true);
    await bare.page.context().close();
  });
});
