/**
 * What happens to what Terraform defined when it is destroyed, or taken out of the program. A change takes an apply of its own before
 * the destroy. The values are the provider's own words.
 */
export enum GkeDeletionPolicy {
  /** It is deleted. */
  DELETE = 'DELETE',
  /** Terraform refuses, in the plan already. */
  PREVENT = 'PREVENT',
  /** Terraform forgets it and Google keeps it, with all that runs in it and its price. */
  ABANDON = 'ABANDON',
}
