const PROJECT = /^([a-z][a-z0-9.-]*:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/;

/** Whether Google could have a project of this id, with the domain that old ones start with. */
export function isProjectId(text: string): boolean {
  return PROJECT.test(text);
}
