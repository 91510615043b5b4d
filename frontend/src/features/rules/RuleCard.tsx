import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Card } from '#/ui/Card'
import { Dialog } from '#/ui/Dialog'
import { Notice } from '#/ui/Notice'
import { showToast } from '#/ui/toasts'
import { ruleLines } from './lines'
import { type BookingRule, useRemoveRule } from './queries'

interface RuleCardProps {
  rule: BookingRule
  /** Where and for whom, in words. */
  scope: string
  maySet: boolean
  onEdit: () => void
}

/** A row of rules in plain words: whose, for what, and what it says. */
export function RuleCard({ rule, scope, maySet, onEdit }: RuleCardProps) {
  const { t } = useTranslation(['rules', 'everyday'])
  const language = useLanguage()
  const name = nameOf(rule, language)
  const owner = (language === 'en' && rule.owner_en) || rule.owner
  const lines = ruleLines(t, rule)
  return (
    <Card label={`${name} ${scope}`}>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 grow">
          <h2 className="text-lg leading-[1.5] font-bold">{name}</h2>
          <p className="text-sm text-quiet">{[t('scope', { scope }), t('owner', { owner })].join('　')}</p>
        </div>
        {maySet && (
          <div className="flex flex-wrap gap-2">
            <Button aria-label={t('editOf', { name, scope })} onPress={onEdit}>
              {t('edit')}
            </Button>
            <RemoveButton rule={rule} name={name} scope={scope} />
          </div>
        )}
      </div>
      {lines.length > 0 ? (
        <ul aria-label={t('says')} className="mt-3 grid gap-x-8 gap-y-1 rail:grid-cols-2">
          {lines.map((line) => (
            <li key={line} className="relative ps-6 before:absolute before:left-1 before:content-['・']">
              {line}
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-3 text-quiet">{t('saysNothing')}</p>
      )}
    </Card>
  )
}

/** The rule's name in the reader's language. */
export function nameOf(rule: Pick<BookingRule, 'name' | 'name_en'>, language: string): string {
  return (language === 'en' && rule.name_en) || rule.name
}

function RemoveButton({ rule, name, scope }: { rule: BookingRule; name: string; scope: string }) {
  const { t } = useTranslation(['rules', 'everyday'])
  const words = useProblemWords()
  const remove = useRemoveRule()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button kind="destructive" aria-label={t('removeOf', { name, scope })} onPress={() => setAsking(true)}>
        {t('remove')}
      </Button>
      <Dialog title={t('removeAsk', { name })} open={asking} onClose={() => setAsking(false)}>
        <p>{t('removeMeans')}</p>
        {remove.error && <Notice tone="warn">{words(remove.error).title}</Notice>}
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          <Button onPress={() => setAsking(false)}>{t('keep')}</Button>
          <Button
            kind="destructive"
            busy={remove.isPending}
            onPress={() =>
              remove.mutate(rule.id, {
                onSuccess: () => showToast({ tone: 'done', words: t('removed', { name }) }),
              })
            }
          >
            {t('removeDo')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
