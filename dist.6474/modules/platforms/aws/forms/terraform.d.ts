import type { SourceDocument } from '../../../base/document.js';
import { type ResourceList } from '../read/resource.js';
/**
 * What `terraform show -json` prints, of a plan or of a state, with its modules.
 *
 * Attributes are the API's fields in snake case; blocks are lists; null, empty text and empty lists mean not set. In a plan
 * an alarm's actions are not known yet: which policy they name is read from the configuration part of the same document.
 * Source: Terraform, "JSON Output Format" 1.x; AWS provider 5.x and 6.x.
 */
export declare const terraformForm: {
    recognises(document: unknown): boolean;
    list(source: SourceDocument): ResourceList;
};
/** A resource of any type. */
interface TerraformResource {
    readonly type: string;
    readonly address: string;
    readonly values: Readonly<Record<string, unknown>>;
    readonly path: readonly PropertyKey[];
}
/** Every managed resource of a plan or state, those of its modules, too. */
export declare function terraformResources(document: unknown): TerraformResource[];
export {};
