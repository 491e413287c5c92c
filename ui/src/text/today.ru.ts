const today = {}

export default today
