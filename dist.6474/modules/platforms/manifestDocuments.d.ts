import { type SourceDocument } from '../base/document.js';
/**
 * The documents of a file, the items of a List in its place.
 *
 * `kubectl get -o yaml` prints a `kind: List`. The API server sends a `DeploymentList` or the like, whose items have neither
 * kind nor apiVersion: both follow from the list's. Source: apimachinery, unstructured/helpers.go, decodeToList (1.34).
 * @throws ProblemError when the file cannot be parsed
 */
export declare function manifestDocuments(text: string, file: string): SourceDocument[];
