import { useTranslation } from 'react-i18next'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import type { useDropping } from './useDropping'

/** Asks before a request is given up. */
export function DropDialog({
  dropping: { asked, busy, answer },
}: {
  dropping: ReturnType<typeof useDropping>
}) {
  const { t } = useTranslation('telework')
  const language = useLanguage()
  const approved = asked?.state === 'approved'
  const said = asked && {
    day: dayName(asked.day, language),
    unit: t(`unit.${asked.unit}`),
    form: t(`form.${asked.form}`),
  }
  return (
    <Dialog
      open={asked !== null}
      title={said ? t(approved ? 'drop.cancelTitle' : 'drop.withdrawTitle', said) : ''}
      onClose={() => answer(false)}
    >
      <p className="mb-4">{t(approved ? 'drop.cancelMeans' : 'drop.withdrawMeans')}</p>
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" busy={busy} onPress={() => answer(true)}>
          {t(approved ? 'drop.cancel' : 'drop.withdraw')}
        </Button>
        <Button isDisabled={busy} onPress={() => answer(false)}>
          {t('drop.keep')}
        </Button>
      </div>
    </Dialog>
  )
}
