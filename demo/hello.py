from kestra import Kestra

logger = Kestra.logger()
logger.debug("Hello World from logs!")
logger.info("Hello World!")
