/** Storage that a newer release has migrated: this one would not keep what that one relies on. */
export class NewerSchemaError extends Error {
  constructor(found: number, known: number) {
    super(
      `The storage has schema version ${found}, this release knows ${known}: run the newer release, or restore a backup.`,
    );
    this.name = "NewerSchemaError";
  }
}
