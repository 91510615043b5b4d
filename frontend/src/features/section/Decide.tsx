import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { CheckIcon } from '#/ui/icons'
import { TextField } from '#/ui/TextField'
import { showToast } from '#/ui/toasts'
import { type Decision, useDeciding } from './deciding'

interface DecideProps {
  request: { id: number; version: number }
  name: string
  /** A rule refuses it: only returning and rejecting are left. */
  blocked: boolean
  onDone: () => void
}

const DONE = { approve: 'approved', return: 'returned', reject: 'rejected' } as const
const LONGEST = 400

/** Approve, return or reject; the last two say why. What was typed stays where the server refuses. */
export function Decide({ request, name, blocked, onDone }: DecideProps) {
  const { t } = useTranslation('section')
  const words = useProblemWords()
  const deciding = useDeciding()
  const [asking, setAsking] = useState<'return' | 'reject' | null>(null)
  const [comment, setComment] = useState('')
  const [missing, setMissing] = useState(false)

  function decide(action: Decision) {
    if (action !== 'approve' && comment.trim() === '') {
      setMissing(true)
      return
    }
    deciding.mutate(
      { action, ...request, comment: comment.trim() },
      {
        onSuccess: () => {
          showToast({ tone: 'done', words: t(DONE[action], { name }) })
          onDone()
        },
        onError: (error) => {
          const { title, lines } = words(error)
          showToast({ tone: 'failed', words: title, lines })
        },
      },
    )
  }

  if (asking) {
    return (
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          decide(asking)
        }}
      >
        <TextField
          label={t(asking === 'return' ? 'comment' : 'rejectComment')}
          value={comment}
          maxLength={LONGEST}
          onChange={(typed) => {
            setComment(typed)
            setMissing(false)
          }}
          {...(missing ? { error: t('commentMissing') } : {})}
          autoFocus
        />
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            kind={asking === 'reject' ? 'destructive' : 'primary'}
            busy={deciding.isPending}
          >
            {t(asking === 'return' ? 'doReturn' : 'doReject')}
          </Button>
          <Button onPress={() => setAsking(null)}>{t('back')}</Button>
        </div>
      </form>
    )
  }
  return (
    <div className="flex flex-wrap gap-2">
      {!blocked && (
        <Button
          kind="primary"
          className="grow"
          icon={<CheckIcon size={18} />}
          busy={deciding.isPending}
          onPress={() => decide('approve')}
        >
          {t('approve')}
        </Button>
      )}
      <Button onPress={() => setAsking('return')}>{t('return')}</Button>
      <Button kind="destructive" onPress={() => setAsking('reject')}>
        {t('reject')}
      </Button>
    </div>
  )
}
