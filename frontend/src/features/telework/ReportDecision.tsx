import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { Notice } from '#/ui/Notice'
import { TextArea } from '#/ui/TextArea'
import { showToast } from '#/ui/toasts'
import type { TeleworkRequest } from './queries'
import { useReportDecision } from './work'

/** Confirm the report, or send it back with what to mend. */
export function ReportDecision({ request, onDone }: { request: TeleworkRequest; onDone: () => void }) {
  const { t } = useTranslation('telework')
  const words = useProblemWords()
  const deciding = useReportDecision()
  const [asking, setAsking] = useState(false)
  const [comment, setComment] = useState('')
  const [tried, setTried] = useState(false)

  function decide(sendBack: string | null) {
    deciding.mutate(
      { request, sendBack },
      {
        onSuccess: () => {
          showToast({
            tone: 'done',
            words: t(sendBack === null ? 'report.saidConfirmed' : 'report.saidSentBack'),
          })
          onDone()
        },
      },
    )
  }
  return (
    <div className="flex flex-col gap-3">
      {deciding.isError && (
        <Notice tone="warn">
          <p className="font-bold">{words(deciding.error).title}</p>
          {words(deciding.error).lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" size="primary" busy={deciding.isPending} onPress={() => decide(null)}>
          {t('report.confirm')}
        </Button>
        <Button size="primary" isDisabled={deciding.isPending} onPress={() => setAsking(true)}>
          {t('report.sendBack')}
        </Button>
      </div>
      <Dialog open={asking} title={t('report.sendBackTitle')} onClose={() => setAsking(false)}>
        <form
          noValidate
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            setTried(true)
            if (!comment.trim()) return
            setAsking(false)
            decide(comment.trim())
          }}
        >
          <TextArea
            label={t('report.sendBackWhy')}
            value={comment}
            onChange={setComment}
            maxLength={400}
            error={tried && !comment.trim() ? t('report.wrong.missing') : null}
          />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" kind="primary">
              {t('report.sendBack')}
            </Button>
            <Button onPress={() => setAsking(false)}>{t('stop')}</Button>
          </div>
        </form>
      </Dialog>
    </div>
  )
}
