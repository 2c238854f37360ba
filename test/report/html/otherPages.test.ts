// @module-tag ci
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callCli } from '../../support/callCli.js';
import { temporaryFolder } from '../../support/runCli.js';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const isMissing = !existsSync(executablePath) && process.env.CI !== 'true';
if (isMissing) console.warn(`skipped: no browser at ${executablePath} (CHROMIUM_PATH names another one)`);

const scenario = `name: shop
duration: 20m
traffic:
  users: { executor: ramping-arrival-rate, startRate: 10, stages: [{ duration: 5m, target: 10 }, { duration: 1m, target: 40 }, { duration: 14m, target: 20 }] }
requests: { page: { route: web, cpu: { exponential: { mean: 40ms } }, io: 20ms } }
services: { web: { instance: { vcpus: 1, cpuRequest: 1, startup: 20s, price: 0.05 }, scaling: { min: 1, initial: 3, max: 10 } } }
slo: { latency: 1s, objective: 0.9 }
assumptions:
  - { path: services.web.instance.startup, low: 5s, high: 60s, basis: guess }
  - { path: services.web.instance.price, low: 0.01, high: 0.20, basis: guess }
`;
const hpa = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 10
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 60 } } }]
`;

/** The pages that are not the report of a comparison, each as its command writes it. */
const pages = ['backtest', 'tune', 'worlds'] as const;

describe.skipIf(isMissing)('the pages of backtest, tune and --uncertain', () => {
  let browser: Browser;
  let folder: ReturnType<typeof temporaryFolder>;
  const addressOf = new Map<string, string>();

  beforeAll(async () => {
    folder = temporaryFolder({ 'shop.yaml': scenario, 'hpa.yaml': hpa });
    const dryscale = async (...args: string[]) => {
      const { code, stdout, stderr } = await callCli(args, { cwd: folder.path });
      expect(code === 0 || code === 99, `${args.join(' ')}: ${code} ${stderr}`).toBe(true);
      return stdout;
    };
    const policy = ['shop.yaml', '--policy', 'hpa.yaml'];
    await dryscale('run', ...policy, '--replication', '0', '--report', 'json', '--out', 'recorded');
    await dryscale('export', 'prometheus', 'recorded/report.json', '--out', 'day.json');
    await dryscale('backtest', ...policy, '--actual', 'day.json', '--runs', '3', '--out', 'backtest');
    await dryscale('tune', ...policy, '--vary', 'averageUtilization=50,60,80', '--budget', '60', '--out', 'tune');
    const worlds = ['--policy', 'static:4', '--runs', '2', '--uncertain', '20'];
    await dryscale('compare', ...policy, ...worlds, '--report', 'html', '--out', 'worlds');
    for (const page of pages) {
      const files = ['report.html', `${page}.html`].map((name) => join(folder.path, page, name));
      const file = files.find((one) => existsSync(one));
      expect(file, `a page in ${page}`).toBeDefined();
      addressOf.set(page, pathToFileURL(file ?? '').href);
    }
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  });

  afterAll(async () => {
    await browser?.close();
    folder?.remove();
  });

  async function open(name: string, options: Parameters<Browser['newContext']>[0]) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(addressOf.get(name) ?? '');
    return { page, complaints, requests };
  }

  const places = [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['a phone', { viewport: { width: 390, height: 800 } }],
  ] as const;
  const cases = pages.flatMap((name) => places.map(([place, options]) => ({ name, place, options })));

  it.each(cases)('$name, $place: one file, no complaint, nothing cut off, no violation of axe-core', async (one) => {
    const { page, complaints, requests } = await open(one.name, one.options);
    const width = page.viewportSize()?.width;
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(requests).toHaveLength(1);
    expect(complaints).toEqual([]);
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
    await page.evaluate(axe.source);
    const found = await page.evaluate<string[]>(
      'axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))',
    );
    expect(found).toEqual([]);
    await page.context().close();
  });

  it.each(pages)('%s prints in light colours, with its pictures', async (name) => {
    const { page } = await open(name, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await page.locator('figure svg:visible').count()).toBeGreaterThan(0);
    expect(await page.locator('.controls:visible, .top button:visible').count()).toBe(0);
    await page.context().close();
  });

  it.each(pages)('%s is read by keyboard: whatever takes a click takes the focus', async (name) => {
    const { page } = await open(name, {});
    const unreachable = await page.evaluate<string[]>(
      `[...document.querySelectorAll('button, summary, a[href], input, select, [onclick], [role=button]')]
        .filter((one) => one.tabIndex < 0 && one.offsetParent !== null).map((one) => one.outerHTML.slice(0, 200))`,
    );
    expect(unreachable).toEqual([]);
    expect(readFileSync(new URL(addressOf.get(name) ?? ''), 'utf8')).toMatch(/<html[^>]* lang="en"/);
    await page.context().close();
  });
});
