import type { LetterSettings } from '../config/settings-mail.ts';
import type { Attachment, DeliveryIdentity, Mailbox, MailBody } from './mail.ts';

/** Everything that one message is made of. The same letter gives the same bytes. */
export interface Letter {
  readonly identity: DeliveryIdentity;
  readonly body: MailBody;
  /** Those that the message names in To; the recipient itself may be another one, who gets a copy. */
  readonly to: readonly Mailbox[];
  readonly settings: LetterSettings;
  /** BCP 47, for Content-Language. */
  readonly locale: string;
  /** Given by the caller and kept for resending: the moment that the message says it was written. */
  readonly date: Date;
  readonly attachments: readonly Attachment[];
}
