import { useTranslation } from 'react-i18next'
import { ArrowRightIcon, CheckIcon, CloseIcon, PlusIcon, SwapIcon, UndoIcon } from '#/ui/icons'
import { Tag } from '#/ui/Tag'
import { VisuallyHidden } from '#/ui/VisuallyHidden'
import type { Change, Did } from './shapes'
import { type FieldWords, useFieldWords } from './useFieldWords'

const ICONS = {
  added: PlusIcon,
  moved: SwapIcon,
  changed: CheckIcon,
  returned: UndoIcon,
  ended: CloseIcon,
} as const satisfies Record<Did, typeof PlusIcon>

const NONE: ReadonlyMap<string, string> = new Map()

interface ChangeRowProps {
  change: Change
  brief?: boolean
  /** The names of departments that are not there yet, by code. */
  coming?: ReadonlyMap<string, string>
}

/** One change: what, whose, where, and what it was and will be. `brief` where all in the list are of one kind. */
export function ChangeRow({ change, brief = false, coming = NONE }: ChangeRowProps) {
  const { t } = useTranslation('directory')
  const words = useFieldWords(coming)
  const { subject, did, key, label } = change
  const Icon = ICONS[did]
  const where = change.department_name || words.department(change.department_code ?? '')
  const fields = brief || did === 'ended' ? [] : words.fields(change)
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {!brief && (
          <Tag tone={did === 'ended' ? 'warn' : 'plain'} icon={<Icon size={16} />}>
            {t('changes.tag', { subject: t(`subject.${subject}`), did: t(`did.${did}`) })}
          </Tag>
        )}
        <b>{label || key}</b>
        <span className="text-sm text-quiet tabular-nums">
          {subject === 'post' ? key.split(' ')[0] : key}
        </span>
        {subject !== 'department' && where && <span className="text-sm">{where}</span>}
      </p>
      {fields.length > 0 && (
        <dl className="flex flex-col gap-0.5 text-sm">
          {fields.map((field) => (
            <Field key={field.name} field={field} isNew={did === 'added'} />
          ))}
        </dl>
      )}
    </div>
  )
}

function Field({ field: { name, before, after }, isNew }: { field: FieldWords; isNew: boolean }) {
  const { t } = useTranslation('directory')
  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      <dt className="text-quiet">{name}</dt>
      <dd className="m-0 flex min-w-0 flex-wrap items-center gap-x-2 break-all">
        {isNew ? (
          after
        ) : (
          <>
            <VisuallyHidden>{t('changes.before')}</VisuallyHidden>
            <span>{before || t('changes.empty')}</span>
            <ArrowRightIcon size={16} />
            <VisuallyHidden>{t('changes.after')}</VisuallyHidden>
            <b>{after || t('changes.empty')}</b>
          </>
        )}
      </dd>
    </div>
  )
}
