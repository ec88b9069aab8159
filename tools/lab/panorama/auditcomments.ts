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

  add(path: string, comment: AuditComment): void {
    this.byRule.set(path, [...this.of(path), comment]);
  }

  of(path: string): readonly AuditComment[] {
    return this.byRule.get(path) ?? [];
  }
}
