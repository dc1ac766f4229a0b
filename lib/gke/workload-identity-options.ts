/** Whose rights pods take on in Google Cloud. */
export class GkeIdentity {
  /**
   * The pods themselves, as a principal of IAM: no account, no annotation, and nothing to be taken over by others. A few APIs know no
   * principals; `own()` is for them.
   *
   * @see https://cloud.google.com/iam/docs/federated-identity-supported-services
   */
  public static direct(): GkeIdentity {
    return new GkeIdentity('direct', undefined);
  }

  /** A service account that is defined for them. The Kubernetes service account must carry its annotation. */
  public static own(): GkeIdentity {
    return new GkeIdentity('own', undefined);
  }

  /**
   * A service account that exists; the pods are let into it. The Kubernetes service account must carry its annotation.
   *
   * @param email such as `shop@acme-prod.iam.gserviceaccount.com`
   */
  public static existing(email: string): GkeIdentity {
    return new GkeIdentity('existing', email);
  }

  private constructor(
    public readonly kind: 'direct' | 'own' | 'existing',
    /** E-mail address of an account that exists. */
    public readonly existingEmail: string | undefined,
  ) {}
}

/** What the pods of a service account may do in Google Cloud. */
export interface GkeWorkloadIdentityOptions {
  /** Namespace of the service account. It need not exist yet. Changing it takes the grants away and gives others. */
  readonly namespace: string;
  /** Name of the service account. It need not exist yet. Changing it takes the grants away and gives others. */
  readonly serviceAccount: string;
  /**
   * Roles on the cluster's project, such as `roles/storage.objectViewer`. Each stands in a Terraform address, so it must be known at
   * synthesis. For anything narrower than a project grant `GkeBoundIdentity.member` a role there.
   *
   * @default []
   */
  readonly roles?: readonly string[];
  /**
   * Whose rights the pods take on.
   *
   * @default GkeIdentity.direct()
   */
  readonly as?: GkeIdentity;
}
