/** What a link to a view says: where the cursor stands, what is zoomed, who is shown alone, what is chosen. */
export interface LinkedState {
  /** Place of the scenario and of its service's timeline. */
  readonly scenario: number;
  readonly timeline: number;
  readonly timeSeconds?: number | undefined;
  readonly zoom?: readonly [number, number] | undefined;
  /** Whose decisions are listed. */
  readonly policy?: string | undefined;
  /** The policy that is shown alone, in every scenario that has it. */
  readonly alone?: string | undefined;
  /** [scenario] the service whose tab is pressed. */
  readonly services?: Choices | undefined;
  /** [scenario] what the others are compared with. */
  readonly references?: Choices | undefined;
}

/** Something chosen, by the place of its scenario. */
type Choices = Readonly<Record<number, string>>;

/** `#t=1929&z=1200-2400&p=target-cpu&s=0.1&i=hpa&v0=web&r0=none`; empty where there is nothing to say. */
export function formatLinkedState(state: LinkedState): string {
  const { scenario, timeline, timeSeconds, zoom, policy, alone, services = {}, references = {} } = state;
  const choices = (key: string, chosen: Choices) =>
    Object.entries(chosen).map(([place, value]) => `${key}${place}=${encodeURIComponent(value)}`);
  const parts = [
    ...(timeSeconds === undefined ? [] : [`t=${rounded(timeSeconds)}`]),
    ...(zoom === undefined ? [] : [`z=${rounded(zoom[0])}-${rounded(zoom[1])}`]),
    ...(policy === undefined ? [] : [`p=${encodeURIComponent(policy)}`]),
    ...(scenario === 0 && timeline === 0 ? [] : [`s=${scenario}.${timeline}`]),
    ...(alone === undefined ? [] : [`i=${encodeURIComponent(alone)}`]),
    ...choices('v', services),
    ...choices('r', references),
  ];
  return parts.length === 0 ? '' : `#${parts.join('&')}`;
}

/** A tenth of a second is finer than a pixel of any view. */
function rounded(seconds: number): number {
  return Number(seconds.toFixed(1));
}

/** Undefined for any other fragment, such as an anchor; parts that make no sense are left out. */
export function parseLinkedState(hash: string): LinkedState | undefined {
  if (!/^#([tzpsi]|[vr]\d{1,4})=/.test(hash)) return undefined;
  const values = new Map(hash.slice(1).split('&').map(keyAndValue));
  const place = /^(\d{1,4})\.(\d{1,4})$/.exec(values.get('s') ?? '');
  const time = numberOf(values.get('t'));
  const zoom = (values.get('z') ?? '').split('-').map(numberOf);
  const [from, until] = zoom;
  const [policy, alone] = [values.get('p'), values.get('i')];
  const [services, references] = [choicesOf('v', values), choicesOf('r', values)];
  return {
    scenario: Number(place?.[1] ?? 0),
    timeline: Number(place?.[2] ?? 0),
    ...(time === undefined ? {} : { timeSeconds: time }),
    ...(zoom.length === 2 && from !== undefined && until !== undefined && until > from ? { zoom: [from, until] } : {}),
    ...(policy === undefined ? {} : { policy }),
    ...(alone === undefined ? {} : { alone }),
    ...(services === undefined ? {} : { services }),
    ...(references === undefined ? {} : { references }),
  };
}

function choicesOf(key: string, values: ReadonlyMap<string, string>): Choices | undefined {
  const chosen = [...values].flatMap(([name, value]) => {
    const place = new RegExp(`^${key}(\\d{1,4})$`).exec(name)?.[1];
    return place === undefined ? [] : [[Number(place), value] as const];
  });
  return chosen.length === 0 ? undefined : Object.fromEntries(chosen);
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
