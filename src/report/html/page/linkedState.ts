/** What a link to a view says: where the cursor stands, what is zoomed, whose decisions are listed. */
export interface LinkedState {
  /** Place of the scenario and of its service's timeline. */
  readonly scenario: number;
  readonly timeline: number;
  readonly timeSeconds?: number | undefined;
  readonly zoom?: readonly [number, number] | undefined;
  readonly policy?: string | undefined;
}

/** `#t=1929&z=1200-2400&p=target-cpu&s=0.1`; empty where there is nothing to say. */
export function formatLinkedState({ scenario, timeline, timeSeconds, zoom, policy }: LinkedState): string {
  const parts = [
    ...(timeSeconds === undefined ? [] : [`t=${rounded(timeSeconds)}`]),
    ...(zoom === undefined ? [] : [`z=${rounded(zoom[0])}-${rounded(zoom[1])}`]),
    ...(policy === undefined ? [] : [`p=${encodeURIComponent(policy)}`]),
    ...(scenario === 0 && timeline === 0 ? [] : [`s=${scenario}.${timeline}`]),
  ];
  return parts.length === 0 ? '' : `#${parts.join('&')}`;
}

/** A tenth of a second is finer than a pixel of any view. */
function rounded(seconds: number): number {
  return Number(seconds.toFixed(1));
}

/** Undefined for any other fragment, such as an anchor; parts that make no sense are left out. */
export function parseLinkedState(hash: string): LinkedState | undefined {
  if (!/^#[tzps]=/.test(hash)) return undefined;
  const values = new Map(hash.slice(1).split('&').map(keyAndValue));
  const place = /^(\d{1,4})\.(\d{1,4})$/.exec(values.get('s') ?? '');
  const time = numberOf(values.get('t'));
  const zoom = (values.get('z') ?? '').split('-').map(numberOf);
  const [from, until] = zoom;
  const policy = values.get('p');
  return {
    scenario: Number(place?.[1] ?? 0),
    timeline: Number(place?.[2] ?? 0),
    ...(time === undefined ? {} : { timeSeconds: time }),
    ...(zoom.length === 2 && from !== undefined && until !== undefined && until > from ? { zoom: [from, until] } : {}),
    ...(policy === undefined ? {} : { policy }),
  };
}

function keyAndValue(part: string): readonly [string, string] {
  const [key, ...rest] = part.split('=');
  return [key, decoded(rest.join('='))];
}

/** A fragment that someone cut short may end in half a code. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,10}(\.\d{1,3})?$/.test(text) ? Number(text) : undefined;
}
