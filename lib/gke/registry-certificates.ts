/**
 * Whom nodes trust when they pull images from a registry with a certificate of your own authority. Not on Windows. Changing it starts
 * the nodes anew, one by one.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/access-private-registries-private-certificates
 */
export interface GkeRegistryCertificate {
  /** Names or addresses of the registries, with a port where it is not 443: `registry.acme.example`, `10.0.0.9:5000`. */
  readonly domains: readonly string[];
  /**
   * The authority's certificate (PEM) in Secret Manager: `projects/…/secrets/…/versions/…`. A secret of the cluster's project is opened to
   * the nodes' account here; that of another must grant it `roles/secretmanager.secretAccessor` itself.
   */
  readonly secretVersion: string;
}
