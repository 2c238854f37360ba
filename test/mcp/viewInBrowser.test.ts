// @module-tag ci
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type McpClient, newClient } from '../support/mcpClients.js';
import { smallScenario, temporaryFolder } from '../support/runCli.js';

const viewUri = 'ui://dryscale/report';

const folder = temporaryFolder({ 'small.yaml': smallScenario });
afterAll(() => folder.remove());

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const isMissing = !existsSync(executablePath) && process.env.CI !== 'true';
if (isMissing) console.warn(`skipped: no browser at ${executablePath} (CHROMIUM_PATH names another one)`);

/** The strictest policy that a host may set where a view names no domain. Source: MCP Apps 2026-01-26, "Host Behavior". */
const hostPolicy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; connect-src 'none'";
/** A program that shows a view in a frame, as the text of the extension says, and keeps what it hears. */
const hostPage = `<!doctype html><meta charset="utf-8"><body style="margin:0"><script>
const heard = [];
const frame = document.createElement('iframe');
const send = (message) => frame.contentWindow.postMessage({ jsonrpc: '2.0', ...message }, '*');
addEventListener('message', async ({ source, data }) => {
  if (source !== frame.contentWindow) return;
  heard.push(data);
  if (data.method === 'ui/initialize') send({ id: data.id, result: { protocolVersion: '2026-01-26', hostInfo: { name: 'h', version: '1' }, ...hosting } });
  if (data.method === 'ui/notifications/size-changed') frame.style.height = data.params.height + 'px';
  if (data.method === 'resources/read') {
    const read = await readResource(data.params.uri);
    send({ id: data.id, ...(read === null ? { error: { code: -32002, message: 'no such resource' } } : { result: read }) });
  }
});
let hosting;
function open(html, given) {
  hosting = given;
  frame.sandbox = 'allow-scripts';
  frame.style = 'border:0;width:100%';
  frame.srcdoc = html;
  document.body.append(frame);
}
</script>`;

describe.skipIf(isMissing)('the view in a browser', () => {
  let browser: Browser;
  let client: McpClient;
  let view = '';
  beforeAll(async () => {
    client = await newClient(['--root', folder.path]);
    const { contents } = await client.listed.readResource({ uri: viewUri });
    view = 'text' in contents[0] ? contents[0].text : '';
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await browser?.close();
    await client?.close();
  });

  interface Message {
    readonly method?: string;
    readonly params?: Record<string, unknown>;
    readonly id?: number;
    readonly result?: object;
  }

  interface Opened {
    readonly page: Page;
    readonly frame: Frame;
    readonly complaints: string[];
    heard(): Promise<Message[]>;
    send(message: object): Promise<void>;
  }

  /** The host, with the view in it that has said that it is there. */
  async function open(hosting: object, width = 1280): Promise<Opened> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.route('**/*', (route) => {
      const headers = { 'content-type': 'text/html', 'content-security-policy': hostPolicy };
      return route.fulfill({ headers, body: hostPage });
    });
    await page.exposeFunction('readResource', async (uri: string) => {
      return client.listed.readResource({ uri }).catch(() => null);
    });
    await page.goto('http://host.test/');
    await page.evaluate(`open(${JSON.stringify(view)}, ${JSON.stringify(hosting)})`);
    const heard = () => page.evaluate<Message[]>('heard');
    await expect
      .poll(async () => (await heard()).map(({ method }) => method), { timeout: 60_000 })
      .toContain('ui/notifications/initialized');
    const send = (message: object) => page.evaluate<void>(`send(${JSON.stringify(message)})`);
    return { page, frame: page.frames()[1], complaints, heard, send };
  }

  const compared = { scenario: 'small.yaml', policies: ['static:2', 'target-cpu'], runs: 2 };
  const reading = { serverResources: {} };

  it('becomes the report of the very result, in the colours and the width of the host, without a complaint', async () => {
    const hostContext = { theme: 'dark', containerDimensions: { width: 390, maxHeight: 700 } };
    const { page, frame, complaints, heard, send } = await open({ hostCapabilities: reading, hostContext }, 390);
    const [first] = await heard();
    expect(first).toMatchObject({
      method: 'ui/initialize',
      params: { protocolVersion: '2026-01-26', appInfo: { name: 'dryscale', version: expect.stringMatching(/^\d/) } },
    });
    const result = await client.call('compare', compared);
    await send({ method: 'ui/notifications/tool-input', params: { arguments: compared } });
    await send({ method: 'ui/notifications/tool-result', params: result });
    await frame.locator('.timeline .plots svg').first().waitFor();
    const asked = (await heard()).filter(({ method }) => method === 'resources/read');
    expect(asked.map(({ params }) => params)).toEqual([
      { uri: `dryscale://reports/${result.structuredContent.result}` },
    ]);
    expect(await frame.locator('.board').first().textContent()).toContain('target-cpu');
    const background = 'getComputedStyle(document.body).backgroundColor';
    expect(await frame.evaluate(background)).toBe('rgb(17, 20, 24)');
    expect(await frame.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect((await page.locator('iframe').boundingBox())?.height).toBe(700);

    await send({ method: 'ui/notifications/host-context-changed', params: { theme: 'light' } });
    await expect.poll(() => frame.evaluate(background)).toBe('rgb(255, 255, 255)');
    // Its script works, and links within it stay in it.
    const link = frame.locator('.log tr:visible a[data-time]').first();
    await link.click();
    expect(await frame.locator('.chip').first().textContent()).toBe(await link.textContent());
    expect(page.frames().map((one) => one.url())).toEqual(['http://host.test/', 'about:srcdoc']);
    await send({ id: 7, method: 'ui/resource-teardown', params: {} });
    await expect.poll(async () => (await heard()).find(({ id, method }) => id === 7 && !method)?.result).toEqual({});
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each([
    ['reads no resources for it', {}, 'reads no resources'],
    ['no longer has the report', reading, 'cannot be read: no such resource'],
  ])('shows the text, and why, where the host %s', async (_, hostCapabilities, line) => {
    const { page, frame, send } = await open({ hostCapabilities, hostContext: {} });
    const uri = `dryscale://reports/${'0'.repeat(64)}`;
    const content = [
      { type: 'text', text: 'target-cpu <b>wins</b>' },
      { type: 'resource_link', uri, name: 'the report' },
    ];
    await send({ method: 'ui/notifications/tool-result', params: { content } });
    await expect.poll(() => frame.locator('#line').textContent()).toContain(line);
    expect(await frame.locator('#text').textContent()).toBe('target-cpu <b>wins</b>');
    await page.close();
  });

  it('shows problems and partial results as their text, and that a call was cancelled', async () => {
    const { page, frame, send } = await open({ hostCapabilities: reading, hostContext: {} });
    await send({ method: 'ui/notifications/tool-cancelled', params: {} });
    await expect.poll(() => frame.locator('#line').textContent()).toBe('The call was cancelled.');
    await send({ method: 'ui/notifications/tool-result', params: await client.call('run', { scenario: 'none.yaml' }) });
    await expect.poll(() => frame.locator('#text').textContent()).toContain('none.yaml');
    expect(await frame.locator('#line').isVisible()).toBe(false);
    await page.close();
  });
});
