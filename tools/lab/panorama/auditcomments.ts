/** One audit comment of a rule. */
export interface AuditComment {
  readonly admin: string;
  readonly comment: string;
  readonly time: string;
}

/** The longest audit comment (SDK specification, `audit-comment-wo`). */
export const AUDIT_COMMENT_LIMIT = 256;

/** Audit comments by the rule's path. */
export class AuditComments {
  private readonly byRule = new Map<string, readonly AuditComment[]>();

  /** Adds a comment behind those that a rule has already; nothing is ever taken away. */
  add(path: string, comment: AuditComment): void {
    this.byRule.set(path, [...this.of(path), comment]);
  }

  /** The comments of the rule at this xpath, the oldest first. */
  of(path: string): readonly AuditComment[] {
    return this.byRule.get(path) ?? [];
  }
}
