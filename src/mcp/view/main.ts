/// <reference lib="dom" />
import { HostBridge } from './hostBridge.js';

/**
 * The script of the view: it hears the result of a call, reads the report of that result, and becomes it.
 *
 * What cannot be shown as a report (problems, partial results, a host that reads no resources) is shown as the text of the answer.
 */
interface CallResult {
  readonly isError?: boolean;
  readonly content?: readonly { readonly type: string; readonly text?: string; readonly uri?: string }[];
}

interface HostContext {
  readonly theme?: string;
  readonly containerDimensions?: { readonly height?: number; readonly maxHeight?: number };
  readonly displayMode?: string;
}

interface Initialized {
  readonly hostCapabilities?: { readonly serverResources?: object };
  readonly hostContext?: HostContext;
}

/** Within a conversation it takes no more than this of its height, and scrolls: a whole report would push the words away. */
const inlineHeightMost = 800;
const reports = 'dryscale://reports/';
/** A report that is not kept is simulated again. */
const patienceMs = 120_000;

let context: HostContext = {};
let readsResources = false;
let isShown = false;

const host = new HostBridge((method, params) => {
  if (method === 'ui/notifications/tool-result') void show(params);
  else if (method === 'ui/notifications/tool-input') say('Simulating ...');
  else if (method === 'ui/notifications/tool-cancelled') say('The call was cancelled.');
  else if (method === 'ui/notifications/host-context-changed') {
    follow(params);
    tellSize();
  }
});

async function start(): Promise<void> {
  const { hostCapabilities, hostContext }: Initialized = await host.ask('ui/initialize', {
    appInfo: { name: 'dryscale', version: document.body.dataset.version ?? '' },
    appCapabilities: { availableDisplayModes: ['inline', 'fullscreen'] },
    protocolVersion: '2026-01-26',
  });
  readsResources = hostCapabilities?.serverResources !== undefined;
  follow(hostContext ?? {});
  host.tell('ui/notifications/initialized', {});
  new ResizeObserver(tellSize).observe(document.documentElement);
}

function follow(change: HostContext): void {
  context = { ...context, ...change };
  if (context.theme !== undefined) document.documentElement.dataset.theme = context.theme;
}

let told = '';

function tellSize(): void {
  const whole = Math.ceil(document.documentElement.getBoundingClientRect().height);
  const most = context.containerDimensions?.maxHeight ?? inlineHeightMost;
  const height = context.displayMode === 'fullscreen' ? whole : Math.min(whole, most);
  const size = { width: window.innerWidth, height };
  if (told === JSON.stringify(size)) return;
  told = JSON.stringify(size);
  host.tell('ui/notifications/size-changed', size);
}

async function show({ content = [], isError }: CallResult): Promise<void> {
  if (isShown) return;
  const uri = content.find((block) => block.uri?.startsWith(reports) === true)?.uri;
  const text = content.find(({ type }) => type === 'text')?.text ?? '';
  if (uri === undefined || isError === true) return say('', text);
  if (!readsResources) return say(`This client reads no resources for a view. The report is ${uri}.`, text);
  say('Drawing the report ...', text);
  try {
    const { contents } = await Promise.race([host.ask('resources/read', { uri }), silence()]);
    // safe: what the protocol says of this answer
    const html = (contents as readonly { readonly text?: string }[] | undefined)?.[0]?.text;
    if (html === undefined) throw new Error('it is empty');
    isShown = true;
    become(html);
  } catch (thrown) {
    say(`${uri} cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`, text);
  }
}

/** A host that never answers is not waited for without end. */
function silence(): Promise<never> {
  return new Promise((_, fail) => setTimeout(() => fail(new Error('the client gives no answer')), patienceMs));
}

/** The page of the report in the place of this one: its style is here already, and its script may run, by the head's policy. */
function become(html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.title = page.title;
  document.body.replaceWith(document.adoptNode(page.body));
  for (const parsed of document.body.querySelectorAll('script:not([type])')) {
    const script = document.createElement('script');
    script.textContent = parsed.textContent;
    parsed.replaceWith(script);
  }
  // The address of a page within another may be that of the other: links into the page would lead there.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link === null || event.defaultPrevented) return;
    event.preventDefault();
    document.getElementById(link.getAttribute('href')?.slice(1) ?? '')?.scrollIntoView();
  });
}

/** A line of ours, above the text of the answer. */
function say(line: string, text = ''): void {
  if (isShown) return;
  for (const [id, words] of [
    ['line', line],
    ['text', text],
  ] as const) {
    const element = document.getElementById(id);
    if (element === null) continue;
    element.textContent = words;
    element.hidden = words === '';
  }
}

start().catch((error: Error) => say(`The client does not show views as this one needs it: ${error.message}`));
