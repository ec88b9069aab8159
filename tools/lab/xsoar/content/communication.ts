import type { Reader } from './reader';
import type { Form, Message, Question, Value } from './types';
import { readValue } from './values';

const MESSAGE_KEYS = 'to subject body methods format bcc cc timings replyOptions';
const QUESTION_KEYS =
  'id label labelarg required gridcolumns defaultrows type options optionsarg fieldassociated placeholder tooltip readonly';
const FORM_KEYS = 'questions title description sender expired totalanswers';

const QUESTION_TYPES = ['shortText', 'longText', 'number', 'singleSelect', 'multiSelect', 'date'];

const NONE: Value = { kind: 'none' };

/** The message of an ask or data collection task. */
export function readMessage(reader: Reader): Message {
  reader.only(MESSAGE_KEYS.split(' '));
  const replies = reader.has('timings') ? reader.at('timings').numberOr('completeafterreplies', 1) : 1;
  return {
    subject: reader.has('subject') ? readValue(reader.at('subject')) : NONE,
    body: reader.has('body') ? readValue(reader.at('body')) : NONE,
    replies,
  };
}

/** The form of a data collection task; its title is the key under which the answers stand in the context. */
export function readForm(reader: Reader): Form {
  reader.only(FORM_KEYS.split(' '));
  const title = reader.text('title');
  // A dot in it would be read as a step in a path.
  if (!/^[\w -]+$/.test(title))
    reader.at('title').fail('must be letters, digits, blanks: it becomes a path in the context');
  return {
    title,
    description: reader.textOr('description', ''),
    questions: reader.list('questions').map(readQuestion),
  };
}

function readQuestion(reader: Reader, index: number): Question {
  reader.only(QUESTION_KEYS.split(' '));
  const type = reader.text('type');
  if (!QUESTION_TYPES.includes(type)) reader.at('type').fail(`"${type}" is not known`);
  // Exports number the questions, and answers are found by this number.
  if (reader.text('id') !== String(index)) reader.at('id').fail('questions are numbered from 0');
  const fixed = reader.texts('options').map((text): Value => ({ kind: 'simple', text }));
  const computed = reader.list('optionsarg').map(readValue);
  const options = [...fixed, ...computed].filter((option) => option.kind !== 'none');
  if (type.endsWith('Select') && options.length === 0) reader.fail('a choice needs options');
  return {
    id: reader.text('id'),
    label: reader.has('labelarg')
      ? readValue(reader.at('labelarg'))
      : { kind: 'simple', text: reader.textOr('label', '') },
    type,
    required: reader.flag('required'),
    options,
  };
}
