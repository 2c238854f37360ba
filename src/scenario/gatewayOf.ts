import { mergedGateway } from '../gateway/serviceSettings.js';
import type { GatewaySettings } from '../gateway/settings.js';
import type { Scenario } from './schema.js';

/** The gateway section as it holds for a service. */
export function gatewayOf(
  { gateway, services }: Pick<Scenario, 'gateway' | 'services'>,
  name: string,
): GatewaySettings {
  return mergedGateway(gateway, services[name]?.gateway);
}

/** Whether a key of the gateway section is given for any service. */
export function isAnywhere(scenario: Pick<Scenario, 'gateway' | 'services'>, key: keyof GatewaySettings): boolean {
  return Object.keys(scenario.services).some((name) => gatewayOf(scenario, name)[key] !== undefined);
}

type Key = keyof GatewaySettings;

/** A gateway section as it holds for some services, and where the file says it. */
export interface GatewayView {
  readonly gateway: GatewaySettings;
  readonly names: readonly string[];
  /** Whether the section that is looked at has the key itself, rather than from the gateway. */
  says(key: Key): boolean;
  /** Where the first of these keys stands that the section has itself; else where the gateway has the first. */
  pathOf(key: Key, ...others: readonly Key[]): readonly string[];
}

/** The gateway section of all services that have none of their own, where there are any, and that of each of the others. */
export function gatewayViews({ gateway, services }: Pick<Scenario, 'gateway' | 'services'>): GatewayView[] {
  const names = Object.keys(services);
  const plain = names.filter((name) => services[name].gateway === undefined);
  const shared: GatewayView[] =
    plain.length === 0 ? [] : [{ gateway, names: plain, says: () => true, pathOf: (key) => ['gateway', key] }];
  const owning = names.flatMap((name): GatewayView[] => {
    const own = services[name].gateway;
    if (own === undefined) return [];
    const says = (key: Key) => own[key] !== undefined;
    return [
      {
        gateway: mergedGateway(gateway, own),
        names: [name],
        says,
        pathOf: (...keys) => {
          const found = keys.find(says);
          return found === undefined ? ['gateway', keys[0]] : ['services', name, 'gateway', found];
        },
      },
    ];
  });
  return [...shared, ...owning];
}
