import { parse, type Identifier, type Node, type Pattern, type Program } from 'acorn';
import { simple } from 'acorn-walk';
import { unportable } from './regex';

/**
 * The only top-level name of a bundle. The server puts the script into a function, behind a long prelude of its own.
 */
export const RESULT_NAME = '__cnEntries';

/** What ES5.1 has (ECMA-262 5.1, 15). `eval` and `Function` are left out on purpose. */
const ES5_GLOBALS =
  'Array Boolean Date Error EvalError Infinity JSON Math NaN Number Object RangeError ReferenceError RegExp String SyntaxError TypeError URIError arguments decodeURI decodeURIComponent encodeURI encodeURIComponent isFinite isNaN parseFloat parseInt undefined'.split(
    ' ',
  );

/** What the server offers to automations and is used here (Cortex XSOAR documentation). */
export const AUTOMATION_GLOBALS: readonly string[] = ['args', 'executeCommand', 'getModules', 'incidents'];

/** What the server offers to integrations and is used here; they cannot run commands. */
export const INTEGRATION_GLOBALS: readonly string[] = [
  'args',
  'command',
  'getIntegrationContext',
  'getLastRun',
  'http',
  'params',
  'setIntegrationContext',
  'setLastRun',
  'wait',
];

/** Helpers test for it with `typeof` before they use it. */
const GUARDED_GLOBALS = ['Symbol'];

/**
 * Why a bundle must not be shipped: one sentence for each violation, none for a good one.
 *
 * @param serverGlobals the names that the server gives it
 */
export function violations(code: string, serverGlobals = AUTOMATION_GLOBALS): string[] {
  const text = textViolations(code);
  let program: Program;
  try {
    program = parse(code, { ecmaVersion: 5, locations: true, allowReturnOutsideFunction: true });
  } catch (error) {
    return [...text, `not ES5: ${String(error)}`];
  }
  return [
    ...text,
    ...topLevelViolations(program),
    ...regexViolations(program),
    ...globalViolations(program, serverGlobals),
  ];
}

/** Packing folds the script into YAML, which keeps neither tabs nor CR, and must not meet control characters. */
function textViolations(code: string): string[] {
  const found: string[] = [];
  code.split('\n').forEach((line, index) => {
    const bad = /[^\x20-\x7e]/.exec(line);
    if (bad) found.push(`line ${index + 1}: character U+${bad[0].charCodeAt(0).toString(16).padStart(4, '0')}`);
  });
  if (!/[^\n]\n$/.test(code)) found.push('does not end with exactly one newline');
  return found;
}

/** One variable, one call of a function expression, one return. */
function topLevelViolations(program: Program): string[] {
  const shape = program.body.map((statement) => {
    switch (statement.type) {
      case 'VariableDeclaration':
        return statement.declarations.map(({ id }) => `var ${id.type === 'Identifier' ? id.name : id.type}`).join(', ');
      case 'ExpressionStatement':
        return statement.expression.type === 'CallExpression' &&
          statement.expression.callee.type === 'FunctionExpression'
          ? 'function'
          : line(statement);
      case 'ReturnStatement':
        return 'return';
      default:
        return `${statement.type} in ${line(statement)}`;
    }
  });
  const wanted = [`var ${RESULT_NAME}`, 'function', 'return'].join('; ');
  return shape.join('; ') === wanted ? [] : [`top level is "${shape.join('; ')}" instead of "${wanted}"`];
}

function regexViolations(program: Program): string[] {
  const found: string[] = [];
  const judge = (node: Node, pattern: string, flags: string): void => {
    const violation = unportable(pattern, flags);
    if (violation !== undefined) {
      found.push(`${line(node)}: regular expression /${pattern}/${flags} has ${violation}`);
    }
  };
  const judgeCall = (callee: Node & { name?: string }, args: readonly Node[]): void => {
    if (callee.type !== 'Identifier' || callee.name !== 'RegExp') return;
    const [pattern, flags] = args.map(literalText);
    if (pattern === undefined) found.push(`${line(callee)}: regular expression from a value that is not known here`);
    else judge(callee, pattern, flags ?? '');
  };
  simple(program, {
    Literal(node) {
      if (node.regex) judge(node, node.regex.pattern, node.regex.flags);
    },
    NewExpression(node) {
      judgeCall(node.callee, node.arguments);
    },
    CallExpression(node) {
      judgeCall(node.callee, node.arguments);
    },
  });
  return found;
}

function literalText(node: Node & { value?: unknown }): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

/** A name that is declared nowhere must be one that every engine, or the server, has. Scopes are not told apart. */
function globalViolations(program: Program, serverGlobals: readonly string[]): string[] {
  const known = new Set([...ES5_GLOBALS, ...serverGlobals, ...GUARDED_GLOBALS]);
  const declared = new Set<string>();
  const used = new Map<string, Node>();
  const declare = (...patterns: readonly (Pattern | null | undefined)[]): void => {
    for (const pattern of patterns) if (pattern?.type === 'Identifier') declared.add(pattern.name);
  };
  const use = (node: Identifier): void => {
    if (!used.has(node.name)) used.set(node.name, node);
  };
  simple(program, {
    Function: (node) => {
      declare(node.id, ...node.params);
    },
    VariableDeclarator: (node) => {
      declare(node.id);
    },
    TryStatement: (node) => {
      declare(node.handler?.param);
    },
    Identifier: use,
    AssignmentExpression: ({ left }) => {
      if (left.type === 'Identifier') use(left);
    },
  });
  return [...used]
    .filter(([name]) => !declared.has(name) && !known.has(name))
    .map(([name, node]) => `${line(node)}: "${name}" is neither declared nor a name that every engine has`);
}

function line(node: Node): string {
  return `line ${node.loc?.start.line ?? 0}`;
}
