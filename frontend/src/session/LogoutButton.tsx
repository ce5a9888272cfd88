import { ExitIcon } from '@radix-ui/react-icons'
import { Button, Flex, Text } from '@radix-ui/themes'
import { useState } from 'react'
import { useSession } from './SessionContext'

export function LogoutButton() {
  const { logout } = useSession()
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <Flex align="center" gap="2" flexShrink="0">
      {refused !== null && (
        <Text size="1" color="red" role="alert">
          {refused}
        </Text>
      )}
      <Button id="logout" variant="ghost" color="gray" size="2" onClick={() => void logout().then(setRefused)}>
        <ExitIcon aria-hidden /> Log out
      </Button>
    </Flex>
  )
}
