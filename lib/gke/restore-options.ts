import type { GkeClusterObjects, GkeRestoreScope } from './restore-scope';

/** What happens to a namespace that is there already. The values are Google's own words. */
export enum GkeRestoreMode {
  /** The restore fails, and nothing is changed. */
  FAIL_ON_CONFLICT = 'FAIL_ON_CONFLICT',
  /** The namespace is deleted, with all that is in it, and restored. */
  DELETE_AND_RESTORE = 'DELETE_AND_RESTORE',
  /** What is there stays; what is missing comes. */
  MERGE_SKIP_ON_CONFLICT = 'MERGE_SKIP_ON_CONFLICT',
  /** As before, but volumes are replaced by those of the backup. */
  MERGE_REPLACE_VOLUME_ON_CONFLICT = 'MERGE_REPLACE_VOLUME_ON_CONFLICT',
  /** What is there is replaced; what is missing comes. */
  MERGE_REPLACE_ON_CONFLICT = 'MERGE_REPLACE_ON_CONFLICT',
}

/** What happens to the data of volumes. The values are Google's own words. */
export enum GkeVolumeRestore {
  /** New disks, with the data of the backup. */
  FROM_BACKUP = 'RESTORE_VOLUME_DATA_FROM_BACKUP',
  /** The disks that the volumes were on, as they are now. */
  REUSE = 'REUSE_VOLUME_HANDLE_FROM_BACKUP',
  /** None: claims come back and whatever provisions them makes empty volumes. */
  NONE = 'NO_VOLUME_DATA_RESTORATION',
}

/** What happens to an object outside of namespaces that is there already. The values are Google's own words. */
export enum GkeRestoreConflict {
  USE_EXISTING = 'USE_EXISTING_VERSION',
  USE_BACKUP = 'USE_BACKUP_VERSION',
}

/** How backups come back. */
export interface GkeRestoreOptions {
  /** @default GkeRestoreScope.everything() */
  readonly scope?: GkeRestoreScope;
  /** @default GkeRestoreMode.FAIL_ON_CONFLICT */
  readonly mode?: GkeRestoreMode;
  /** @default GkeVolumeRestore.FROM_BACKUP */
  readonly volumes?: GkeVolumeRestore;
  /** @default GkeClusterObjects.none() */
  readonly clusterObjects?: GkeClusterObjects;
  /** @default GkeRestoreConflict.USE_EXISTING */
  readonly onConflict?: GkeRestoreConflict;
}
