import type { EksBoundIdentity } from './workload-identity';

/** Databases of RDS or Aurora behind one security group, and the pods that log in to them. */
export interface EksDatabaseOptions {
  /** Security group of the databases, in the cluster's VPC or one that is peered with it. */
  readonly securityGroupId: string;
  /** Such as 5432 for PostgreSQL, 3306 for MySQL. */
  readonly port: number;
  /**
   * Who logs in by IAM, without a password, each under a name of your choice.
   *
   * @default {} the port is opened, and pods bring their own password
   */
  readonly logins?: Readonly<Record<string, EksDatabaseLogin>>;
}

/** A user of a database as whom pods log in. IAM authentication must be on in the database, and the user must be granted it there. */
export interface EksDatabaseLogin {
  /** The pods, from `workloadIdentity.bind`, with a role of its own. */
  readonly identity: EksBoundIdentity;
  /** Resource id of the database (`db-…`), the Aurora cluster (`cluster-…`) or the proxy (`prx-…`); not its name. */
  readonly resourceId: string;
  /** Name of the user in the database. */
  readonly databaseUser: string;
}
