import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dropRequest, type TeleworkRequest } from '#/api/telework'
import { useProblemWords } from '#/api/useProblemWords'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { showToast } from '#/ui/toasts'
import { desksBack, takeBack } from './desks-back'
import { refreshTelework } from './refresh'

/** Give a request up: asks first, because nothing brings it back; then a desk it had taken is one tap away. */
export function useDropping() {
  const { t } = useTranslation('telework')
  const language = useLanguage()
  const words = useProblemWords()
  const cache = useQueryClient()
  const [asked, setAsked] = useState<TeleworkRequest | null>(null)
  const [busy, setBusy] = useState(false)

  const failed = (error: unknown) => {
    const { title, lines } = words(error)
    showToast({ tone: 'failed', words: title, lines })
  }
  async function run(request: TeleworkRequest): Promise<void> {
    await dropRequest(request)
    const said = t(request.state === 'approved' ? 'said.cancelled' : 'said.withdrawn', {
      day: dayName(request.day, language),
      form: t(`form.${request.form}`),
    })
    const [free] = request.state === 'approved' ? await desksBack(request.day).catch(() => []) : []
    showToast({
      tone: 'done',
      words: said,
      lines: free ? [t('deskBack.free', { desk: free.desk.code })] : [],
      action: free && {
        label: t('deskBack.take', { desk: free.desk.code }),
        onPress: () => {
          takeBack(free)
            .then(
              () => showToast({ tone: 'done', words: t('deskBack.taken', { desk: free.desk.code }) }),
              failed,
            )
            .finally(() => void refreshTelework(cache))
        },
      },
    })
  }
  return {
    asked,
    busy,
    ask: setAsked,
    answer: (goOn: boolean) => {
      const request = asked
      if (!goOn || !request) {
        setAsked(null)
        return
      }
      setBusy(true)
      run(request)
        .catch(failed)
        .finally(() => {
          setBusy(false)
          setAsked(null)
          void refreshTelework(cache)
        })
    },
  }
}
