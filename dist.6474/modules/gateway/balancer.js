import { variantOf } from '../base/variant.js';
/** The maker of balancer variants: one file each in `balancers/`. */
export const balancer = variantOf();
