/** A program that prints a short-lived credential, as kubectl and the helm and kubernetes providers run it. No secret is stored anywhere. */
export interface ExecCredential {
  readonly kind: 'exec';
  readonly apiVersion: 'client.authentication.k8s.io/v1beta1' | 'client.authentication.k8s.io/v1';
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A certificate and key in files on the machine that runs Terraform. Only the paths are known to the cluster; the contents enter no JSON and no state. */
export interface CertificateFileCredential {
  readonly kind: 'certificate-files';
  /** Path or token of the client certificate, PEM. */
  readonly certificatePath: string;
  /** Path or token of the private key, PEM. */
  readonly keyPath: string;
}

/** How to authenticate to the Kubernetes API. */
export type ClusterCredential = ExecCredential | CertificateFileCredential;

/**
 * Everything a second stack needs to talk to the Kubernetes API. Holds no secret, so it can cross a stack boundary
 * as ordinary outputs.
 */
export interface ClusterConnection {
  /** URL of the API, such as `https://…`; a token for clusters that Terraform defines. */
  readonly host: string;
  /**
   * Certificate authority of the API in base64-encoded PEM; `undefined` where the endpoint carries a
   * publicly trusted certificate (the DNS endpoint of GKE).
   */
  readonly caCertificateBase64: string | undefined;
  readonly credential: ClusterCredential;
}
