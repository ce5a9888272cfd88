import { Text } from '@radix-ui/themes'
import { useTransactions } from '../transactions/useTransactions'

/** Of its own, so that it stays whatever the list below is set to show. */
const ONLY_BALANCE = { iban: false, new_balance: true, direction: false, from_to: false, changed_by: false, descr: false }

export function Balance({ iban }: { readonly iban: string }) {
  const { now } = useTransactions(iban, { items: 1, shown: ONLY_BALANCE })
  const known = now.phase === 'live' || now.rows.length > 0
  const old = now.phase === 'reconnecting' || now.phase === 'refused'
  return (
    <Text as="div" size="8" weight="bold" className="figure" id="balance" data-old={old || undefined}>
      {known ? (now.rows[0]?.new_balance ?? '€0,00') : '…'}
    </Text>
  )
}
