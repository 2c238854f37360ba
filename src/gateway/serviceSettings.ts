import { z } from 'zod';
import { durationSchema } from '../base/duration.js';
import { balancerSettings } from './balancers/index.js';
import { type GatewaySettings, gatewayShape } from './settings.js';

const { balancer: _balancer, rejectLatency: _rejectLatency, ...mayBeNone } = gatewayShape;
type MayBeNone = typeof mayBeNone;

const none = z.literal('none');

/** Each key that a gateway may leave out: a service has its own, or none of it. */
const ownShape = Object.fromEntries(
  Object.entries(mayBeNone).map(([key, schema]) => [key, z.union([schema.unwrap(), none]).optional()]),
  // safe: the entries are those of `mayBeNone`, each wrapped in the same way.
) as { [Key in keyof MayBeNone]: z.ZodOptional<z.ZodUnion<[ReturnType<MayBeNone[Key]['unwrap']>, typeof none]>> };

/** What a service has otherwise than the gateway. */
export const serviceGatewaySchema = z
  .strictObject({
    balancer: balancerSettings.optional(),
    rejectLatency: durationSchema({ sign: 'positive' }).optional(),
    ...ownShape,
  })
  .meta({
    description:
      'Of this service instead of the key of `gateway`, whole key by whole key; `none`: as if left out there',
  });

export type ServiceGatewaySettings = z.output<typeof serviceGatewaySchema>;

/** The gateway as a service has it: its own keys, each as a whole, before those of the gateway. */
export function mergedGateway(gateway: GatewaySettings, own: ServiceGatewaySettings | undefined): GatewaySettings {
  if (own === undefined) return gateway;
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  const merged = Object.fromEntries(given.map(([key, value]) => [key, value === 'none' ? undefined : value]));
  // safe: only keys that a gateway may leave out are `none`, and the others are its own.
  return { ...gateway, ...merged } as GatewaySettings;
}
